import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { containerCreate } from '../../src/commands/containerCreate.ts';
import { containerDuplicate } from '../../src/commands/containerDuplicate.ts';
import { containerRecreate } from '../../src/commands/containerRecreate.ts';
import { containerUpdate } from '../../src/commands/containerUpdate.ts';
import { imageRunWithOptions } from '../../src/commands/imageRunWithOptions.ts';
import { createContainer } from '../../src/engine/containers/createContainer.ts';
import type { Creation } from '../../src/engine/containers/creation.ts';
import { inspectContainer } from '../../src/engine/containers/inspectContainer.ts';
import { startContainer } from '../../src/engine/containers/lifecycle.ts';
import { removeContainer } from '../../src/engine/containers/removeContainer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Container } from '../../src/engine/kinds/container.ts';
import { imageReferences } from '../../src/engine/kinds/image.ts';
import { commandContext } from '../support/commandContext.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importImage } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type Answers, recordingUi } from '../support/recordingUi.ts';
import { containerNamed, until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';
import { createTerminal } from './support/terminal.ts';

const sleeper = { image: 'busybox', command: ['sleep', '1000000'], init: true } satisfies Creation;

describe('commands that create containers', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let socketPath: string;

  before(async () => {
    own = await startOwnEngine();
    ({ engine, socketPath } = own);
    await engineCall(socketPath, 'POST', '/networks/create', { Name: 'front' });
    await until(engine.inventory, (now) => now.list('network').some(({ name }) => name === 'front'));
  });
  after(async () => {
    await own?.[Symbol.asyncDispose]();
  });

  function person(answers: Answers = {}) {
    const ui = recordingUi(answers);
    return { ui, context: commandContext({ ui, engine }) };
  }

  async function named(name: string, state: string): Promise<Container> {
    await until(engine.inventory, (now) => containerNamed(now, name)?.state === state);
    const found = containerNamed(engine.inventory, name);
    assert.ok(found);
    return found;
  }

  async function made(creation: Creation): Promise<Container> {
    const id = await createContainer(engine, creation);
    await startContainer(engine, id);
    return await named(creation.name ?? '', 'running');
  }

  async function remove(...containers: readonly Container[]): Promise<void> {
    for (const { id } of containers) await removeContainer(engine, id, { force: true, volumes: true });
  }

  test('create one from what was typed, and say where it runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'create-'));
    writeFileSync(join(folder, 'vars'), 'FROM_FILE=1\nTYPED=no\n');
    const { ui, context } = person({
      form: () => ({
        image: 'busybox',
        name: 'typed',
        command: `sh -c 'exec sleep 1000000'`,
        env: [{ name: 'TYPED', value: 'yes' }],
        envFiles: [{ path: join(folder, 'vars') }],
        ports: [{ host: '127.0.0.1:18080-18081', container: '80-81', protocol: 'tcp' }],
        mounts: [{ type: 'volume', source: 'data', target: '/data', readOnly: true, options: '' }],
        networks: [{ name: 'front', aliases: 'web www', ipv4: '', ipv6: '' }],
        memory: '64m',
        init: true,
      }),
    });
    await containerCreate.run(context);
    const it = await named('typed', 'running');
    assert.deepEqual(it.networks, ['front']);
    assert.deepEqual(
      it.ports.map(({ privatePort, publicPort, ip }) => [privatePort, publicPort, ip]),
      [
        [80, 18080, '127.0.0.1'],
        [81, 18081, '127.0.0.1'],
      ],
    );
    const inspection = (await inspectContainer(engine, it.id)) as { Config: { Env: string[] } };
    assert.deepEqual(inspection.Config.Env.filter((entry) => /FILE|TYPED/.test(entry)).sort(), [
      'FROM_FILE=1',
      'TYPED=yes',
    ]);
    assert.partialDeepStrictEqual(inspection, {
      HostConfig: { Memory: 64 * 1024 * 1024, Binds: ['data:/data:ro'] },
    });
    assert.match(ui.said[0] ?? '', /^busybox runs as typed, ports 80 at http:\/\/localhost:18080/);
    await remove(it);
    rmSync(folder, { recursive: true });
  });

  test('say on the page what the engine refuses, keep what was typed, and leave nothing behind', async () => {
    const { ui, context } = person({
      form({ error, values }) {
        if (error === undefined)
          return { image: 'busybox', name: 'second-try', command: '/no/such/program', init: false };
        assert.match(String(error), /no such file or directory/);
        assert.equal(values.name, 'second-try');
        return { command: 'sleep 1000000', start: false };
      },
    });
    await containerCreate.run(context);
    const it = await named('second-try', 'created');
    assert.deepEqual(ui.said, ['second-try was created.']);
    const all = (await engineCall(socketPath, 'GET', '/containers/json?all=1')) as unknown[];
    assert.equal(all.length, 1);
    const failing = person({ form: () => ({ image: 'no-such-image:1' }) });
    await assert.rejects(
      containerCreate.run(failing.context),
      /no-such-image:1 is not on this engine, and can’t be pulled/,
    );
    await containerCreate.run(person({ form: () => undefined }).context);
    await remove(it);
  });

  test('attach a terminal to one with a terminal and an open input', async () => {
    const terminal = createTerminal();
    const { ui, context } = person({
      form: () => ({
        image: 'busybox',
        name: 'typing',
        command: 'sh',
        tty: true,
        stdin: true,
        autoRemove: true,
      }),
      terminal: terminal.io,
    });
    const running = containerCreate.run(context);
    await terminal.shown(/# /);
    assert.equal(ui.forms[0]?.preview, 'docker run -d IMAGE');
    terminal.type('exit\r');
    await running;
    assert.deepEqual(ui.terminals, [{ name: 'typing' }]);
    await until(engine.inventory, (now) => containerNamed(now, 'typing') === undefined);
  });

  test('run an image with its ports published to begin with', async () => {
    await importImage(socketPath, 'web', [{ path: 'bin', kind: 'folder' }], ['EXPOSE 8080', 'CMD ["x"]']);
    await until(engine.inventory, (now) => now.list('image').some(({ tags }) => tags.includes('web:latest')));
    const image = engine.inventory
      .list('image')
      .flatMap(imageReferences)
      .find(({ reference }) => reference === 'web:latest');
    assert.ok(image);
    const { ui, context } = person({ form: () => ({ start: false, name: 'of-web' }) });
    await imageRunWithOptions.run([image], context);
    assert.equal(ui.forms[0]?.preview, 'docker run -d -p 8080:8080 web:latest');
    await remove(await named('of-web', 'created'));
  });

  test('duplicate one beside it: another name, other ports, the same volumes and networks', async () => {
    const first = await made({
      ...sleeper,
      name: 'twin',
      ports: [{ containerPort: 80, protocol: 'tcp', hostPort: 18090 }],
      mounts: [
        { type: 'volume', source: 'shared', target: '/shared' },
        { type: 'volume', target: '/own' },
      ],
      networks: [{ name: 'front', aliases: ['svc'] }],
      env: { A: '1' },
      labels: { 'com.docker.compose.project': 'shop', own: '1' },
    });
    const { ui, context } = person({ form: () => ({}) });
    await containerDuplicate.run([first], context);
    const second = await named('twin-2', 'running');
    assert.deepEqual(second.networks, ['front']);
    assert.deepEqual(second.labels, { own: '1' });
    assert.ok(second.ports.every(({ publicPort }) => publicPort !== 18090));
    const mounts = async ({ id }: Container) =>
      ((await inspectContainer(engine, id)) as { Mounts: { Name: string; Destination: string }[] }).Mounts;
    const volume = (list: { Name: string; Destination: string }[], path: string) =>
      list.find(({ Destination }) => Destination === path)?.Name;
    const [one, two] = [await mounts(first), await mounts(second)];
    assert.equal(volume(two, '/shared'), 'shared');
    assert.notEqual(volume(two, '/own'), volume(one, '/own'));
    assert.match(ui.said[0] ?? '', /runs as twin-2/);
    await remove(first, second);
  });

  test('recreate one with changes, and put it back where the new one fails', async () => {
    const old = await made({ ...sleeper, name: 'changing', env: { KEEP: '1' } });
    const settings = { 'gantry.hosts.production': ['default'] };
    const careful = recordingUi({ form: () => ({}), confirm: () => undefined });
    const refused = containerRecreate.run([old], commandContext({ ui: careful, engine, settings }));
    await assert.rejects(refused, /Cancelled/);
    assert.equal(careful.questions[0]?.message, 'Recreate changing?');
    const { ui, context } = person({
      form({ error, problems }) {
        assert.deepEqual(problems, []);
        if (error === undefined) return { command: `sh -c 'exit 3'` };
        assert.match(String(error), /ended at once with exit code 3/);
        assert.equal(engine.inventory.get('container', old.id)?.name, 'changing');
        return { command: 'sleep 1000000', labels: [{ name: 'changed', value: 'yes' }] };
      },
    });
    await containerRecreate.run([old], context);
    await until(engine.inventory, (now) => now.get('container', old.id) === undefined);
    const fresh = await named('changing', 'running');
    assert.notEqual(fresh.id, old.id);
    assert.equal(fresh.labels.changed, 'yes');
    assert.partialDeepStrictEqual(await inspectContainer(engine, fresh.id), { Config: { Env: ['KEEP=1'] } });
    assert.deepEqual(ui.said, ['changing was recreated.']);
    await remove(fresh);
  });

  test('refuse to duplicate or recreate what swarm has made', async () => {
    const task = await made({
      ...sleeper,
      name: 'task',
      labels: { 'com.docker.swarm.task.id': 'x', 'com.docker.swarm.service.name': 'svc' },
    });
    for (const command of [containerDuplicate, containerRecreate]) {
      await assert.rejects(command.run([task], person().context), /task is a task of the service svc/);
    }
    await remove(task);
  });

  test('change the limits of several at once, beginning with what they share', async () => {
    const one = await made({ ...sleeper, name: 'limited-1', memory: 64 * 1024 * 1024, pids: 10 });
    const two = await made({ ...sleeper, name: 'limited-2', memory: 64 * 1024 * 1024 });
    const { ui, context } = person({ form: () => ({ memory: '128m', restart: 'on-failure', retries: 2 }) });
    await containerUpdate.run([one, two], context);
    assert.partialDeepStrictEqual(ui.forms[0]?.values, { memory: '64m', pids: undefined, restart: 'same' });
    assert.equal(ui.forms[0]?.preview, 'docker update limited-1 limited-2');
    for (const { id } of [one, two]) {
      assert.partialDeepStrictEqual(await inspectContainer(engine, id), {
        HostConfig: {
          Memory: 128 * 1024 * 1024,
          RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 2 },
        },
      });
    }
    assert.partialDeepStrictEqual(await inspectContainer(engine, one.id), { HostConfig: { PidsLimit: 10 } });
    const failing = person({ form: () => ({ cpus: 10_000 }) });
    await assert.rejects(containerUpdate.run([one], failing.context), /[Rr]ange of CPUs|cpus/i);
    await remove(one, two);
  });
});
