import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createContainer } from '../../src/engine/containers/createContainer.ts';
import type { Creation } from '../../src/engine/containers/creation.ts';
import { creationOf } from '../../src/engine/containers/creationOf.ts';
import { inspectContainer } from '../../src/engine/containers/inspectContainer.ts';
import { pauseContainer, startContainer } from '../../src/engine/containers/lifecycle.ts';
import { recreateContainer } from '../../src/engine/containers/recreateContainer.ts';
import { removeContainer } from '../../src/engine/containers/removeContainer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { inspectImage } from '../../src/engine/images/inspectImage.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importImage } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';

interface Inspected {
  readonly Id: string;
  readonly Name: string;
  readonly State: { readonly Status: string };
  readonly Config: { readonly Hostname: string };
  readonly Mounts: readonly { readonly Name: string; readonly Destination: string }[];
  readonly NetworkSettings: {
    readonly Networks: Readonly<Record<string, { readonly Aliases: string[] | null }>>;
  };
}

/** Stops at once. */
const sleeper = { image: 'busybox', command: ['sleep', '1000000'], init: true } satisfies Creation;

const everything: Creation = {
  ...sleeper,
  name: 'whole',
  entrypoint: ['env', 'X=1'],
  env: { A: 'b=c', EMPTY: '' },
  ports: [
    { containerPort: 53, protocol: 'udp', hostPort: 5353, hostIp: '127.0.0.1' },
    { containerPort: 80, protocol: 'tcp' },
    { containerPort: 90, protocol: 'tcp', hostPort: 9000, hostPortEnd: 9010 },
  ],
  mounts: [
    { type: 'bind', source: '/tmp', target: '/host', readOnly: true },
    { type: 'volume', source: 'data', target: '/data' },
    { type: 'tmpfs', target: '/scratch', options: 'size=1m' },
  ],
  networks: [{ name: 'front', aliases: ['web', 'www'], ipv4: '10.77.0.9' }, { name: 'back' }],
  cpus: 0.5,
  memory: 64 * 1024 * 1024,
  pids: 50,
  restart: { name: 'on-failure', retries: 3 },
  labels: { 'a.b': 'c' },
  user: 'nobody',
  workdir: '/host',
  hostname: 'box',
  tty: true,
  stdin: true,
  capAdd: ['NET_ADMIN'],
  capDrop: ['CHOWN'],
  readOnly: true,
  extraHosts: ['db:10.0.0.1'],
  further: {
    config: { StopSignal: 'SIGINT', ExposedPorts: { '7/tcp': {} } },
    hostConfig: { ShmSize: 1024 * 1024, Dns: ['10.0.0.2'] },
  },
};

describe('containers are made', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let socketPath: string;

  before(async () => {
    own = await startOwnEngine();
    ({ engine, socketPath } = own);
    const IPAM = { Config: [{ Subnet: '10.77.0.0/24' }] };
    await engineCall(socketPath, 'POST', '/networks/create', { Name: 'front', IPAM });
    await engineCall(socketPath, 'POST', '/networks/create', { Name: 'back' });
  });
  after(async () => {
    await own?.[Symbol.asyncDispose]();
  });

  async function inspected(id: string): Promise<Inspected> {
    return (await inspectContainer(engine, id)) as Inspected;
  }

  async function readBack(id: string, instead = true): Promise<Creation> {
    const inspection = (await inspectContainer(engine, id)) as { readonly Image: string };
    return creationOf(inspection, { image: await inspectImage(engine, inspection.Image), instead });
  }

  /** What is left where nothing is lost: their names, and no other container. */
  async function names(): Promise<readonly string[]> {
    const listed = (await engineCall(socketPath, 'GET', '/containers/json?all=1')) as { Names: string[] }[];
    return listed.flatMap(({ Names }) => Names).sort();
  }

  test('with everything, which is then read from them as it was given', async () => {
    const id = await createContainer(engine, everything);
    await startContainer(engine, id);
    const { further, ...rest } = await readBack(id);
    const { further: wanted, ...given } = everything;
    assert.deepEqual(rest, given);
    assert.deepEqual(further?.config, wanted?.config);
    assert.partialDeepStrictEqual(further?.hostConfig, wanted?.hostConfig);
    const { NetworkSettings: settings, State: state } = await inspected(id);
    assert.equal(state.Status, 'running');
    assert.deepEqual(Object.keys(settings.Networks).sort(), ['back', 'front']);
    await removeContainer(engine, id, { force: true });
  });

  test('without what came from the image', async () => {
    await importImage(
      socketPath,
      'defaults',
      [{ path: 'bin', kind: 'folder' }],
      [
        'CMD ["x"]',
        'ENV A=1 B=2',
        'USER 5',
        'WORKDIR /w',
        'LABEL l=1',
        'VOLUME /v',
        'EXPOSE 80',
        'ENTRYPOINT ["e"]',
      ],
    );
    const plain = await createContainer(engine, { image: 'defaults', name: 'plain' });
    assert.deepEqual(
      Object.keys(await readBack(plain, false)).filter((key) => key !== 'further'),
      ['image', 'name'],
    );
    const other = await createContainer(engine, {
      image: 'defaults',
      name: 'other',
      env: { B: '3' },
      entrypoint: ['f'],
      command: ['x'],
    });
    const { env, entrypoint, command } = await readBack(other);
    assert.deepEqual({ env, entrypoint, command }, { env: { B: '3' }, entrypoint: ['f'], command: ['x'] });
    for (const id of [plain, other]) await removeContainer(engine, id, { volumes: true });
  });

  test('again in the place of another, with its volumes, networks and aliases', async () => {
    const mounts = [{ type: 'volume', target: '/anonymous' }] as const;
    const networks = [{ name: 'front', aliases: ['web'] }];
    const old = await createContainer(engine, { ...sleeper, name: 'again', mounts, networks });
    await startContainer(engine, old);
    const [volume] = (await inspected(old)).Mounts;
    const creation = { ...(await readBack(old)), env: { NEW: '1' } };
    const id = await recreateContainer(engine, old, { creation });
    assert.deepEqual(await names(), ['/again']);
    const made = await inspected(id);
    assert.equal(made.State.Status, 'running');
    assert.equal(made.Mounts[0]?.Name, volume?.Name);
    assert.ok(made.NetworkSettings.Networks.front?.Aliases?.includes('web'));
    assert.partialDeepStrictEqual(made, { Config: { Env: ['NEW=1'] } });
    await removeContainer(engine, id, { force: true, volumes: true });
  });

  test('not at all where the new one is refused, does not start, or ends at once: the old one is as it was', async () => {
    const old = await createContainer(engine, { ...sleeper, name: 'kept' });
    await startContainer(engine, old);
    await pauseContainer(engine, old);
    const creation = await readBack(old);
    const failing: readonly (readonly [Creation, RegExp])[] = [
      [{ ...creation, image: 'no-such-image' }, /No such image/],
      [{ ...creation, command: ['/no/such/program'], init: false }, /no such file/],
      [{ ...creation, command: ['sh', '-c', 'exit 3'] }, /ended at once with exit code 3/],
      [{ ...creation, command: ['sh', '-c', 'exit 4'], restart: { name: 'always' } }, /exit code 4/],
      [
        { ...creation, networks: [{ name: 'front' }, { name: 'no-such-network' }] },
        /no-such-network not found/,
      ],
    ];
    for (const [changed, words] of failing) {
      await assert.rejects(recreateContainer(engine, old, { creation: changed }), words);
      assert.deepEqual(await names(), ['/kept']);
      const { Id: id, State: state } = await inspected('kept');
      assert.deepEqual([id, state.Status], [old, 'paused']);
    }
    const cancel = new AbortController();
    const start = Promise.withResolvers<void>();
    using _changes = engine.inventory.onDidChange(({ added }) => {
      if (added.length > 0) start.resolve();
    });
    const ending = recreateContainer(engine, old, { creation, signal: cancel.signal });
    await start.promise;
    cancel.abort();
    await assert.rejects(ending, /Cancelled/);
    assert.deepEqual(await names(), ['/kept']);
    assert.equal((await inspected('kept')).State.Status, 'paused');
    await removeContainer(engine, old, { force: true });
  });

  test('again where the engine removes the old one as it stops', async () => {
    const old = await createContainer(engine, {
      ...sleeper,
      name: 'passing',
      autoRemove: true,
      mounts: [{ type: 'volume', target: '/v' }],
    });
    await startContainer(engine, old);
    const [volume] = (await inspected(old)).Mounts;
    const creation = await readBack(old);
    const broken = { ...creation, command: ['sh', '-c', 'exit 3'], autoRemove: false };
    await assert.rejects(recreateContainer(engine, old, { creation: broken }), /exit code 3/);
    assert.deepEqual(await names(), ['/passing']);
    const back = await inspected('passing');
    assert.deepEqual([back.State.Status, back.Mounts[0]?.Name], ['running', volume?.Name]);
    const id = await recreateContainer(engine, back.Id, { creation: { ...creation, name: 'lasting' } });
    assert.deepEqual(await names(), ['/lasting']);
    assert.equal((await inspected(id)).Mounts[0]?.Name, volume?.Name);
    await removeContainer(engine, id, { force: true });
  });

  test('only created where the old one did not run', async () => {
    const old = await createContainer(engine, { ...sleeper, name: 'idle' });
    const id = await recreateContainer(engine, old, { creation: await readBack(old) });
    assert.equal((await inspected(id)).State.Status, 'created');
    assert.deepEqual(await names(), ['/idle']);
    await removeContainer(engine, id, {});
  });
});
