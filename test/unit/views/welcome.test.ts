import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EngineError, type EngineErrorCode } from '../../../src/engine/errors.ts';
import type { SwarmState } from '../../../src/engine/inventory.ts';
import { contextKeys } from '../../../src/views/contextKeys.ts';
import { welcomes } from '../../../src/views/welcome.ts';
import { facts, plainInventory } from '../../support/plainInventory.ts';

/** What a view without rows would say to a person, by this inventory. */
function welcomeOf(
  view: string,
  inventory: ReturnType<typeof plainInventory>,
  trusted = true,
): readonly string[] {
  const keys: Readonly<Record<string, unknown>> = { ...contextKeys(inventory), isWorkspaceTrusted: trusted };
  const holds = (clause: string): boolean => {
    const [, name = '', value] = /^([\w.]+) == '([\w-]+)'$/.exec(clause) ?? [];
    if (value !== undefined) return keys[name] === value;
    return clause.startsWith('!') ? !keys[clause.slice(1)] : Boolean(keys[clause]);
  };
  return welcomes
    .filter((welcome) => welcome.view === view && welcome.when.split(' && ').every(holds))
    .map(({ contents }) => contents);
}

const codes: readonly EngineErrorCode[] = [
  'no-socket',
  'permission-denied',
  'not-running',
  'bad-address',
  'unreachable',
  'tls',
  'timeout',
  'aborted',
  'refused',
  'disconnected',
  'not-a-manager',
];
const viewIds = ['gantry.containers', 'gantry.images', 'gantry.networks', 'gantry.volumes', 'gantry.swarm'];

describe('a view without rows', () => {
  test('says one thing for each reason why there is no connection, with a button to try again', () => {
    const textsOf = (view: string) =>
      codes.map((code) => {
        const state = { status: 'unreachable', error: new EngineError(code, 'x') } as const;
        const [text = '', ...more] = welcomeOf(view, plainInventory({ state, loaded: [] }));
        assert.deepEqual(more, []);
        return text;
      });
    const texts = textsOf('gantry.containers');
    for (const text of texts) assert.match(text, /\n\[Try Again\]\(command:gantry\.connection\.retry\)/);
    assert.equal(new Set(texts).size, codes.length);
    for (const view of viewIds.slice(1))
      assert.deepEqual(new Set(textsOf(view)), new Set(['No Docker engine answers: see Containers.']));
  });

  test('says how to get the right to the socket, and how to start the daemon', () => {
    const textOf = (code: EngineErrorCode) =>
      welcomeOf(
        'gantry.containers',
        plainInventory({ state: { status: 'unreachable', error: new EngineError(code, 'x') } }),
      )[0];
    assert.match(textOf('permission-denied') ?? '', /sudo usermod -aG docker \$USER\n.*log out and in/s);
    assert.match(textOf('not-running') ?? '', /sudo systemctl start docker/);
  });

  test('says that it connects', () => {
    const inventory = plainInventory({ state: { status: 'connecting' }, loaded: [] });
    for (const view of viewIds)
      assert.deepEqual(welcomeOf(view, inventory), ['Connecting to the Docker engine…']);
  });

  test('asks for trust before anything else', () => {
    for (const view of viewIds) {
      const [text, ...more] = welcomeOf(view, plainInventory(), false);
      assert.match(
        text ?? '',
        view === 'gantry.containers' ? /Manage Workspace Trust/ : /not trusted: see Containers/,
      );
      assert.deepEqual(more, []);
    }
  });

  test('says that there is nothing only once that is known, and what to do', () => {
    assert.deepEqual(welcomeOf('gantry.containers', plainInventory({ loaded: [] })), []);
    assert.match(welcomeOf('gantry.containers', plainInventory())[0] ?? '', /Run an Image…/);
    assert.match(welcomeOf('gantry.images', plainInventory())[0] ?? '', /Build an Image…/);
  });

  test('offers a swarm to an engine that is in none', () => {
    const textOf = (swarm: SwarmState) => welcomeOf('gantry.swarm', plainInventory({ swarm }));
    assert.match(textOf({ status: 'inactive', manager: false })[0] ?? '', /Initialise a swarm/);
    assert.deepEqual(textOf({ status: 'active', manager: false }), []);
    assert.deepEqual(textOf({ status: 'active', manager: true }), []);
  });

  test('offers none to Podman, which has no swarms', () => {
    const capabilities = { ...facts().capabilities, swarm: false };
    const podman = plainInventory({ facts: facts({ product: 'podman', capabilities }) });
    assert.deepEqual(welcomeOf('gantry.swarm', podman), [
      'Podman has no swarm. Choose a host with a Docker engine to see one.',
    ]);
    assert.equal(contextKeys(podman)['gantry.product'], 'podman');
  });
});

test('contextKeys tells a manager from a worker', () => {
  const swarmKey = (swarm: SwarmState) => contextKeys(plainInventory({ swarm }))['gantry.swarm'];
  assert.equal(swarmKey({ status: 'active', manager: true }), 'manager');
  assert.equal(swarmKey({ status: 'active', manager: false }), 'worker');
  assert.equal(swarmKey({ status: 'locked', manager: true }), 'locked');
});
