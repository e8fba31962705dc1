import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { InventoryState } from '../../src/engine/inventory.ts';
import { openEngine } from '../../src/engine/openEngine.ts';
import { openHosts } from '../../src/hosts/openHosts.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { connectTo, openOn, until } from './support/engine.ts';
import { equalsEngine, inventoryTruth } from './support/truth.ts';

const options = { ...needsWorld, timeout: 120_000 };

describe('a connection', options, () => {
  test('survives a crash of the engine, keeps the data, and misses nothing of what happened meanwhile', async () => {
    await using daemon = await startDaemon();
    await importBusybox(daemon.socketPath);
    const kept = await createTestContainer(daemon.socketPath, { name: 'kept' });
    const gone = await createTestContainer(daemon.socketPath, { name: 'gone', start: false });
    await using engine = await connectTo(daemon.socketPath);
    const { inventory } = engine;
    await daemon.kill();
    await until(inventory, ({ state }) => codeOf(state) === 'not-running');
    assert.deepEqual(new Set(inventory.list('container').map(({ id }) => id)), new Set([kept, gone]));
    assert.equal(inventory.list('image').length, 1);
    // Another client is there first: what it does is in no event that we get.
    await daemon.restart();
    const id = await createTestContainer(daemon.socketPath, { name: 'meanwhile', start: false });
    await removeTestContainer(daemon.socketPath, gone);
    await until(inventory, ({ state }) => state.status === 'connected');
    await until(inventory, () => inventory.get('container', id) !== undefined);
    await until(inventory, () => inventory.get('container', gone) === undefined);
    await until(inventory, () => inventory.get('container', kept) !== undefined);
    // And it lives: the stream is a new one.
    const later = await createTestContainer(daemon.socketPath, { name: 'later', start: false });
    await until(inventory, () => inventory.get('container', later) !== undefined);
  });

  for (const way of ['stop', 'kill'] as const) {
    test(`that the engine ends by ${way === 'stop' ? 'SIGTERM' : 'SIGKILL'} keeps its data, and is true again after changes meanwhile`, async () => {
      await using daemon = await startDaemon();
      const { socketPath } = daemon;
      await importBusybox(socketPath);
      await createTestContainer(socketPath, { name: 'gone', start: false });
      const renamed = await createTestContainer(socketPath, { name: 'before' });
      await engineCall(socketPath, 'POST', '/networks/create', { Name: 'gone' });
      await engineCall(socketPath, 'POST', '/volumes/create', { Name: 'gone' });
      await using engine = await connectTo(socketPath);
      const { inventory } = engine;
      const before = await equalsEngine(inventory, socketPath);
      await daemon[way]();
      await until(inventory, ({ state }) => state.status === 'unreachable');
      const kept = inventoryTruth(inventory);
      // What an engine that stops says of its containers may still have come.
      assert.deepEqual(
        [kept.images, kept.networks, kept.volumes],
        [before.images, before.networks, before.volumes],
      );
      assert.equal(kept.containers.length, 2);
      await daemon.restart();
      await removeTestContainer(socketPath, 'gone');
      await engineCall(socketPath, 'POST', `/containers/${renamed}/rename?name=after`);
      await engineCall(socketPath, 'DELETE', '/networks/gone');
      await engineCall(socketPath, 'DELETE', '/volumes/gone');
      await engineCall(socketPath, 'POST', '/networks/create', { Name: 'new' });
      await engineCall(socketPath, 'POST', '/images/busybox/tag?repo=new');
      await until(inventory, ({ state }) => state.status === 'connected');
      const after = await equalsEngine(inventory, socketPath);
      assert.equal(after.containers.length, 1);
      assert.match(after.containers.join(), / after /);
    });
  }

  test('whose stream of events is cut again and again, while the engine lives, misses nothing', async () => {
    await using daemon = await startDaemon();
    await importBusybox(daemon.socketPath);
    await using wire = await cuttable(daemon.socketPath);
    await using engine = await connectTo(wire.path);
    const ids: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      // Before, at and after the cut: what is done has no event on the stream that was, nor on the one that comes.
      const doing = [1, 2, 3].map(() => createTestContainer(daemon.socketPath, { start: round % 2 === 0 }));
      wire.cut();
      ids.push(...(await Promise.all(doing)));
      if (round % 3 === 0) await removeTestContainer(daemon.socketPath, ids.shift() ?? '');
      await equalsEngine(engine.inventory, daemon.socketPath);
    }
    assert.equal(engine.inventory.list('container').length, ids.length);
    await engine[Symbol.asyncDispose]();
    await wire.empty();
  });

  test('is made when a socket appears where none was, not even a folder', async () => {
    const folder = mkdtempSync('/tmp/gantry-socket-');
    const path = `${folder}/later/docker.sock`;
    await using engine = openOn(path);
    const { inventory } = engine;
    await until(inventory, ({ state }) => state.status === 'unreachable');
    assert.equal(codeOf(inventory.state), 'no-socket');
    assert.equal(inventory.loaded('container'), false);
    mkdirSync(`${folder}/later`);
    const forward = forwardTo(path);
    await until(inventory, ({ state }) => state.status === 'connected');
    assert.equal(inventory.loaded('container'), true);
    forward.close();
    rmSync(folder, { recursive: true });
  });

  test('says that a socket is there but nobody listens', async () => {
    const folder = mkdtempSync('/tmp/gantry-socket-');
    const path = `${folder}/docker.sock`;
    const listening =
      "require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))";
    await once(spawn(process.execPath, ['-e', listening, path]), 'exit');
    await using engine = openOn(path);
    await until(engine.inventory, ({ state }) => state.status === 'unreachable');
    assert.equal(codeOf(engine.inventory.state), 'not-running');
    rmSync(folder, { recursive: true });
  });

  test('says that this user may not open the socket', async () => {
    const folder = mkdtempSync('/tmp/gantry-socket-');
    chmodSync(folder, 0o755);
    const path = `${folder}/docker.sock`;
    const forward = forwardTo(path);
    await once(forward, 'listening');
    chmodSync(path, 0o600);
    const program = `
      const { openOn, until } = await import(${JSON.stringify(new URL('support/engine.ts', import.meta.url).href)});
      process.setgroups([]); process.setgid(65534); process.setuid(65534);
      const engine = openOn(${JSON.stringify(path)});
      await until(engine.inventory, ({ state }) => state.status === 'unreachable');
      console.log(engine.inventory.state.error.code);
      await engine[Symbol.asyncDispose]();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    assert.equal((await text(child.stdout)).trim(), 'permission-denied');
    forward.close();
    rmSync(folder, { recursive: true });
  });

  test('says what is wrong with DOCKER_HOST, and is made once that is right', async () => {
    const env: NodeJS.ProcessEnv = { DOCKER_HOST: 'htp://nowhere', DOCKER_CONFIG: '/nonexistent' };
    await using hosts = openHosts({ env });
    const { inventory } = hosts.active.engine;
    assert.equal(hosts.active.name, 'htp://nowhere');
    await until(inventory, ({ state }) => state.status === 'unreachable');
    assert.equal(codeOf(inventory.state), 'bad-address');
    assert.match(messageOf(inventory.state), /DOCKER_HOST: “htp:\/\/” is not a way.*unix:\/\//);
    assert.equal(hosts.active.engine.endpoint, undefined);
    let changes = 0;
    using _change = hosts.onDidChange(() => {
      changes += 1;
    });
    env.DOCKER_HOST = `unix://${defaultSocket}`;
    inventory.retry();
    await until(inventory, ({ state }) => state.status === 'connected');
    assert.deepEqual(hosts.active.engine.endpoint, { kind: 'socket', path: defaultSocket });
    assert.equal(hosts.active.id, `host:unix://${defaultSocket}`);
    assert.equal(changes, 1);
  });

  test('says that a host has no such name, or refuses', async () => {
    await using unknown = openEngine({
      resolve: async () => ({ kind: 'tcp', host: 'no.such.invalid', port: 2375 }),
    });
    await using refusing = openEngine({ resolve: async () => ({ kind: 'tcp', host: '127.0.0.1', port: 9 }) });
    await until(unknown.inventory, ({ state }) => state.status === 'unreachable');
    await until(refusing.inventory, ({ state }) => state.status === 'unreachable');
    assert.equal(codeOf(unknown.inventory.state), 'unreachable');
    assert.equal(codeOf(refusing.inventory.state), 'not-running');
  });

  test('leaves nothing open when it is disposed', async () => {
    const open = () => process.getActiveResourcesInfo().filter((name) => name !== 'Timeout').length;
    const before = open();
    const engines = await Promise.all([connectTo(defaultSocket), connectTo(defaultSocket)]);
    const lost = openOn('/tmp/gantry-no-socket/docker.sock');
    await until(lost.inventory, ({ state }) => state.status === 'unreachable');
    await Promise.all([...engines, lost].map((engine) => engine[Symbol.asyncDispose]()));
    // Nobody is told when the system has let go of a handle; what stays open runs into the test's time limit.
    while (open() > before) await delay(10);
  });
});

function codeOf(state: InventoryState): string | undefined {
  return state.status === 'unreachable' ? state.error.code : undefined;
}

function messageOf(state: InventoryState): string {
  return state.status === 'unreachable' ? state.error.message : '';
}

/** Makes the world's engine answer on another socket as well. */
function forwardTo(path: string) {
  return createServer((incoming) => {
    const outgoing = connect(defaultSocket);
    incoming.pipe(outgoing).pipe(incoming);
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  }).listen(path);
}

/** A way to an engine that can be cut, and that takes new connections at once. */
async function cuttable(to: string) {
  const folder = mkdtempSync('/tmp/gantry-socket-');
  const path = `${folder}/s`;
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(to);
    incoming.pipe(outgoing).pipe(incoming);
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  }).listen(path);
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    path,
    cut,
    /** Resolves when nobody is connected any more: what is leaked runs into the test's time limit. */
    async empty() {
      while (sockets.size > 0) await delay(10);
    },
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
