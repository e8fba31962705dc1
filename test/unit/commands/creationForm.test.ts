import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { creationForm } from '../../../src/commands/creation/creationForm.ts';
import {
  type CreationValues,
  creationFrom,
  valuesOf,
} from '../../../src/commands/creation/creationValues.ts';
import { anyForm } from '../../../src/commands/form.ts';
import { formProblems } from '../../../src/commands/formProblems.ts';
import { effectiveValues, initialValues } from '../../../src/commands/formValues.ts';
import type { Creation } from '../../../src/engine/containers/creation.ts';
import type { Inventory } from '../../../src/engine/inventory.ts';
import { container, plainInventory } from '../../support/plainInventory.ts';

const whole: Creation = {
  image: 'app:1',
  name: 'web',
  command: ['sh', '-c', "echo 'a b'\nsleep 1"],
  entrypoint: [],
  env: { A: 'b=c', MANY: 'a\nb' },
  ports: [
    { containerPort: 80, protocol: 'tcp', hostPort: 8080, hostIp: '::1' },
    { containerPort: 53, protocol: 'udp' },
    { containerPort: 90, protocol: 'tcp', hostPort: 9000, hostPortEnd: 9010, hostIp: '127.0.0.1' },
    { containerPort: 91, protocol: 'sctp', hostIp: '127.0.0.1' },
  ],
  mounts: [
    { type: 'bind', source: '/a b', target: '/b', readOnly: true, options: 'z' },
    { type: 'volume', target: '/scratch' },
    { type: 'tmpfs', target: '/tmp', options: 'size=64m' },
  ],
  networks: [{ name: 'front', aliases: ['x', 'y'], ipv4: '10.0.0.9', ipv6: 'fd00::9' }, { name: 'back' }],
  cpus: 0.5,
  memory: 1500 * 1024 * 1024,
  pids: 10,
  restart: { name: 'on-failure', retries: 3 },
  platform: 'linux/arm64',
  labels: { 'a.b': 'c d' },
  user: '1000:1000',
  workdir: '/srv',
  hostname: 'box',
  tty: true,
  stdin: true,
  stdinOnce: true,
  privileged: true,
  capAdd: ['NET_ADMIN', 'SYS_PTRACE'],
  capDrop: ['ALL'],
  init: true,
  readOnly: true,
  extraHosts: ['db:fd00::1'],
  further: { config: { StopSignal: 'SIGINT' }, hostConfig: { ShmSize: 1024 } },
};

function formFor(inventory: Inventory, base: Partial<Creation> = {}, instead?: string) {
  const made: Creation[] = [];
  const form = creationForm({
    title: 'Create',
    submit: 'Create',
    inventory,
    base,
    ...(instead === undefined ? {} : { instead }),
    run: async (creation) => void made.push(creation),
  });
  const write = (written: Partial<CreationValues>) => ({
    ...initialValues(form.fields, form.initial),
    ...written,
  });
  return {
    made,
    /** Where something is wrong, and what. */
    problems: (written: Partial<CreationValues>) =>
      formProblems(anyForm(form), write(written)).map(({ field, row, column, severity, message }) =>
        [[field, row, column].filter((part) => part !== undefined).join('.'), severity, message].join(' '),
      ),
    preview: (written: Partial<CreationValues>) =>
      form.preview?.(effectiveValues(anyForm(form), write(written)) as CreationValues).text,
    submit: (written: Partial<CreationValues>) =>
      form.run(effectiveValues(anyForm(form), write(written)) as CreationValues, {
        signal: new AbortController().signal,
        report() {},
      }),
  };
}

const port = (host: string, inside: string) => ({ host, container: inside, protocol: 'tcp' as const });
const mount = (type: 'volume' | 'bind' | 'tmpfs', source: string, target: string) => ({
  type,
  source,
  target,
  readOnly: false,
  options: '',
});
const network = (name: string, aliases = '') => ({ name, aliases, ipv4: '', ipv6: '' });

describe('the page for a container', () => {
  const inventory = plainInventory({
    containers: [
      container({ id: 'c1', name: 'taken', ports: [{ privatePort: 80, protocol: 'tcp', publicPort: 8080 }] }),
    ],
  });

  test('gives back what it was given, also what it has no fields for', () => {
    const values = { ...initialValues({}), ...valuesOf(whole), start: true, envFiles: [] } as CreationValues;
    assert.deepEqual(creationFrom(values, whole), whole);
    const plain = { ...values, ...valuesOf({ image: 'a', entrypoint: ['x'] }) } as CreationValues;
    assert.deepEqual(creationFrom({ ...plain, retries: undefined }), { image: 'a', entrypoint: ['x'] });
  });

  test('says nothing of what is right', () => {
    const { problems } = formFor(inventory);
    assert.deepEqual(
      problems({ image: 'app', ports: [port('8000-8002', '80-82'), port('[::1]:99', '9')] }),
      [],
    );
    assert.deepEqual(
      problems({ image: 'app', mounts: [mount('volume', 'data', '/d'), mount('bind', '/x', '/y')] }),
      [],
    );
  });

  test('says what is wrong, and where', () => {
    const { problems } = formFor(inventory);
    const image = 'app';
    assert.deepEqual(problems({}), ['image error Image is needed.']);
    assert.deepEqual(problems({ image, name: 'taken' }), ['name error Another container has this name.']);
    assert.deepEqual(problems({ image, command: `sh -c 'x` }), ['command error A quote is not closed.']);
    assert.match(
      problems({ image, ports: [port('', ''), port('70000', '80')] }).join(),
      /^ports\.1\.host error A port is a number/,
    );
    assert.match(problems({ image, ports: [port('', 'x')] }).join(), /^ports\.0\.container error A port/);
    assert.match(
      problems({ image, ports: [port('80-90', '80-81')] }).join(),
      /^ports\.0\.host error .*as many ports/,
    );
    assert.match(
      problems({ image, ports: [port('host.name:80', '80')] }).join(),
      /^ports\.0\.host error .*IP address/,
    );
    assert.match(
      problems({ image, ports: [port('8080', '1')] }).join(),
      /^ports\.0\.host warning taken has port 8080/,
    );
    assert.match(
      problems({ image, mounts: [mount('bind', 'x', '/y')] }).join(),
      /^mounts\.0\.source error A path on/,
    );
    assert.match(
      problems({ image, mounts: [mount('volume', '/x', '/y')] }).join(),
      /^mounts\.0\.source error This is a path/,
    );
    assert.match(
      problems({ image, mounts: [mount('volume', 'x', '/y')] }).join(),
      /^mounts\.0\.source error A volume’s name/,
    );
    assert.match(
      problems({ image, mounts: [mount('volume', '', 'y')] }).join(),
      /^mounts\.0\.target error A path in/,
    );
    assert.match(
      problems({ image, mounts: [mount('volume', '', '/y'), mount('tmpfs', '', '/y/')] }).join(),
      /^mounts\.1\.target error Something else/,
    );
    assert.match(
      problems({ image, networks: [network('none-such')] }).join(),
      /^networks\.0\.name error There is no network/,
    );
    assert.match(
      problems({ image, networks: [network('host', 'alias')] }).join(),
      /^networks\.0 error .*neither aliases/,
    );
    assert.match(
      problems({ image, autoRemove: true, restart: 'always' }).join(),
      /^restart error What is removed/,
    );
    assert.match(problems({ image, memory: '5m' }).join(), /^memory error A container needs 6m/);
    assert.match(problems({ image, memory: 'much' }).join(), /^memory error “much” is no size/);
    assert.match(
      problems({ image, env: [{ name: 'A=B', value: '' }] }).join(),
      /^env\.0\.name error .*no “=”/,
    );
  });

  test('lets a container that takes another one’s place have its name and its ports', () => {
    const written = { image: 'app', name: 'taken', ports: [port('8080', '80')] };
    assert.deepEqual(formFor(inventory, {}, 'c1').problems(written), []);
    assert.equal(formFor(inventory, {}, 'other').problems(written).length, 2);
  });

  test('shows the line that does the same', () => {
    const { preview } = formFor(inventory, { image: 'app' });
    assert.equal(preview({ ports: [port('8080', '80')], start: true }), 'docker run -d -p 8080:80 app');
    assert.equal(preview({ start: false }), 'docker create app');
    assert.equal(preview({ tty: true, stdin: true }), 'docker run -it app');
    assert.equal(
      preview({ envFiles: [{ path: '/a b' }], env: [{ name: 'A', value: '' }] }),
      `docker run -d --env-file '/a b' -e A= app`,
    );
  });

  test('reads files of variables, and says which line is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'env-'));
    try {
      const [good, bad] = [join(folder, 'good.env'), join(folder, 'bad.env')];
      writeFileSync(good, '\uFEFF# comment\n\nA=from file\r\n  B="quoted"\nNOT_SET_ANYWHERE\n');
      writeFileSync(bad, 'A=1\nsome name=2\n');
      const { made, submit } = formFor(inventory, { image: 'app' });
      await submit({ envFiles: [{ path: good }], env: [{ name: 'A', value: 'typed' }] });
      assert.deepEqual(made, [{ image: 'app', env: { A: 'typed', B: '"quoted"' } }]);
      await assert.rejects(submit({ envFiles: [{ path: bad }] }), /name in line 2 of .*bad\.env has a space/);
      await assert.rejects(submit({ envFiles: [{ path: join(folder, 'none') }] }), /none can’t be read/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
