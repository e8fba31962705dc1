import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EngineError } from '../../../src/engine/errors.ts';
import type { Hosts } from '../../../src/hosts/hosts.ts';
import { defaultSettings } from '../../../src/settings.ts';
import { hostStatus } from '../../../src/views/hostStatus.ts';
import { hostsView } from '../../../src/views/hosts.ts';
import { tooltipOf } from '../../../src/views/sameRow.ts';
import { plainHost, plainHosts, plainOpenHost } from '../../support/plainHosts.ts';
import { container, facts, image } from '../../support/plainInventory.ts';
import { viewOptions } from '../../support/viewInput.ts';

const production = { ...defaultSettings, 'gantry.hosts.production': ['live'] };
const away = new EngineError('login', 'box does not let us in.');
const some = {
  containers: [
    container({ name: 'a' }),
    container({ name: 'b', health: 'unhealthy' }),
    container({ name: 'c', state: 'exited', health: 'unhealthy' }),
  ],
  images: [image()],
};

function rowsOf(hosts: Hosts) {
  return hostsView.rows(hosts, viewOptions({ settings: production }));
}

describe('the hosts view', () => {
  const local = plainOpenHost(plainHost({ name: 'default', stored: false }), some);
  const hosts = plainHosts({
    open: [
      local,
      plainOpenHost(plainHost({ name: 'box' }), { state: { status: 'unreachable', error: away } }),
      plainOpenHost(
        plainHost({ name: 'far' }),
        { state: { status: 'connecting' } },
        'Logging in to far as me…',
      ),
    ],
    closed: [
      plainHost({ name: 'live', description: 'The real one' }),
      plainHost({ name: 'plain' }),
      plainHost({ name: 'bad', problem: 'Its file is broken.', stored: false }),
      plainHost({ name: 'Colima', id: 'socket:unix:///c', source: 'socket', stored: false }),
    ],
    cli: plainHost({ name: 'live' }),
  });

  test('says of each how it is, and what there is on it', () => {
    assert.deepEqual(
      rowsOf(hosts).map(({ label, description }) => `${label}: ${description}`),
      [
        'default: in use · Docker 28.5.2 · 2 of 3 running · 1 image',
        'box: No answer: box does not let us in.',
        'far: Logging in to far as me…',
        'live: production · the CLI’s default · The real one',
        'plain: tcp://plain:2375',
        'bad: Its file is broken.',
        'Colima: tcp://Colima:2375',
      ],
    );
    assert.equal(
      rowsOf(hosts)[3]?.accessibilityLabel,
      'Host live, production, the CLI’s default, The real one',
    );
  });

  test('gives menus what they ask', () => {
    assert.deepEqual(
      rowsOf(hosts).map(({ object }) => (object?.kind === 'host' ? object.states.join(' ') : '')),
      [
        'connected context active secondary unmarked',
        'unreachable context other beside stored secondary unmarked',
        'connecting context other beside stored secondary unmarked',
        'closed context other stored default production',
        'closed context other stored secondary unmarked',
        'closed context other secondary unmarked',
        'closed socket other unmarked',
      ],
    );
  });

  test('tells more when it is looked at, as Markdown that data can’t break', () => {
    const odd = plainOpenHost(plainHost({ name: '[x](command:y)', address: 'unix:///a<b>' }));
    const [row] = rowsOf(plainHosts({ open: [odd] }));
    assert.ok(row);
    const text = tooltipOf(row) ?? '';
    assert.match(text, /^\*\*\\\[x\\\]\\\(command\\:y\\\)\*\*/);
    assert.match(text, /Docker CLI: Used unless told otherwise/);
    assert.doesNotMatch(text, /<b>/);
  });

  test('has below those that are open what they are', () => {
    const details = (name: string) =>
      rowsOf(hosts)
        .find(({ label }) => label === name)
        ?.children?.()
        .map(({ label, description }) => `${label}: ${description}`);
    assert.deepEqual(details('default'), [
      'Address: tcp://default:2375',
      'Engine: Docker 28.5.2, API 1.51',
      'Name: one',
      'System: Debian GNU/Linux 12 (bookworm), x86_64',
      'Resources: 2 CPUs, 8 GB of memory',
      'Disk usage: measured when opened',
    ]);
    assert.equal(details('box')?.[0], 'State: No answer: box does not let us in.');
    assert.equal(details('live'), undefined);
    const manager = plainOpenHost(plainHost({ name: 'm' }), {
      swarm: { status: 'active', manager: true },
      facts: facts({ product: 'podman', version: '5.4.2' }),
    });
    const [row] = rowsOf(plainHosts({ open: [manager] }));
    assert.equal(row?.description, 'in use · Podman 5.4.2 · swarm manager · 0 of 0 running · 0 images');
    assert.equal(row?.children?.().at(-2)?.description, 'swarm manager');
  });
});

describe('the status bar', () => {
  const status = (name: string, objects: Parameters<typeof plainOpenHost>[1], progress?: string) =>
    hostStatus(plainOpenHost(plainHost({ name }), objects, progress), production);

  test('counts what runs, and what is unhealthy of that', () => {
    const { icon, words, tone, label } = status('one', some);
    assert.deepEqual(
      { icon, words, tone, label },
      {
        icon: 'server-environment',
        words: '2 running, 1 unhealthy',
        tone: 'plain',
        label:
          'Docker host one at tcp://one:2375. Running containers: 2 of 3; unhealthy: 1. Click to switch.',
      },
    );
    assert.equal(status('one', {}).words, '0 running');
  });

  test('says that there is no answer, and why', () => {
    const { icon, words, tone, tooltip } = status('one', { state: { status: 'unreachable', error: away } });
    assert.deepEqual(
      { icon, words, tone },
      { icon: 'debug-disconnect', words: 'no answer', tone: 'warning' },
    );
    assert.match(tooltip, /box does not let us in/);
    const connecting = status('one', { state: { status: 'connecting' } }, 'Connecting to one…');
    assert.equal(connecting.words, '');
    assert.match(connecting.label, /Connecting to one…/);
  });

  test('stands out in production, whether it answers or not', () => {
    assert.equal(status('live', some).tone, 'production');
    assert.equal(status('live', { state: { status: 'unreachable', error: away } }).tone, 'production');
    assert.match(status('live', some).label, /in production/);
  });
});
