import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { attachContainer } from '../../src/engine/attach.ts';
import { buildImage } from '../../src/engine/build/build.ts';
import {
  killContainer,
  pauseContainer,
  restartContainer,
  startContainer,
  stopContainer,
  unpauseContainer,
} from '../../src/engine/containers/lifecycle.ts';
import { pruneContainers } from '../../src/engine/containers/pruneContainers.ts';
import { removeContainer } from '../../src/engine/containers/removeContainer.ts';
import { renameContainer } from '../../src/engine/containers/renameContainer.ts';
import { openStats } from '../../src/engine/containers/stats.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { containerShell } from '../../src/engine/exec.ts';
import { removeImage } from '../../src/engine/images/removeImage.ts';
import { tagImage } from '../../src/engine/images/tagImage.ts';
import { containerLogs } from '../../src/engine/logs.ts';
import { connectNetwork } from '../../src/engine/networks/connectNetwork.ts';
import { createNetwork } from '../../src/engine/networks/createNetwork.ts';
import { disconnectNetwork } from '../../src/engine/networks/disconnectNetwork.ts';
import { removeNetwork } from '../../src/engine/networks/removeNetwork.ts';
import { createTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { startPodman } from '../support/podman.ts';
import { connectTo, until } from './support/engine.ts';
import { createTerminal } from './support/terminal.ts';
import { equalsEngine } from './support/truth.ts';

interface Subject {
  readonly name: string;
  start(): Promise<Daemon>;
  readonly podman?: boolean;
}

const imageStore = ['--feature', 'containerd-snapshotter=true', '--storage-driver', 'overlayfs'];

const subjects: readonly Subject[] = [
  { name: 'the machine’s own engine', start: () => startDaemon() },
  { name: 'the engine of trixie', start: () => startDaemon({ suite: 'trixie' }) },
  { name: 'the engine of sid', start: () => startDaemon({ suite: 'sid' }) },
  {
    name: 'the engine of sid with the image store of containerd',
    start: () => startDaemon({ suite: 'sid', args: imageStore }),
  },
  { name: 'Podman', start: startPodman, podman: true },
];

for (const subject of subjects) {
  describe(subject.name, { ...needsWorld, timeout: 60_000 }, () => {
    let daemon: Daemon;
    let engine: Engine;
    let busybox: string;
    before(async () => {
      daemon = await subject.start();
      await importBusybox(daemon.socketPath);
      engine = await connectTo(daemon.socketPath);
      busybox = engine.inventory.list('image')[0]?.tags[0] ?? '';
    });
    after(async () => {
      await engine?.[Symbol.asyncDispose]();
      await daemon?.[Symbol.asyncDispose]();
    });
    const call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
      engineCall(daemon.socketPath, method, path, body);
    const create = (name: string, command: readonly string[], start = true) =>
      createTestContainer(daemon.socketPath, { name, command, image: busybox, start });

    test('says what it is', async () => {
      const version = (await call('GET', '/version')) as { Version: string; ApiVersion: string };
      const { facts } = engine.inventory;
      assert.equal(facts?.product, subject.podman ? 'podman' : 'docker');
      assert.equal(facts?.version, version.Version);
      assert.equal(facts?.apiVersion, version.ApiVersion);
      assert.equal(facts?.osType, 'linux');
      assert.ok((facts?.cpus ?? 0) > 0 && (facts?.memory ?? 0) > 0 && facts?.architecture !== '');
      assert.equal(facts?.capabilities.swarm, subject.podman !== true);
    });

    test('is followed through a life', async () => {
      const { inventory } = engine;
      const same = () => equalsEngine(inventory, daemon.socketPath);
      const id = await create('first', ['sleep', '1000'], false);
      await same();
      await startContainer(engine, id);
      await until(inventory, ({ get }) => get('container', id)?.state === 'running');
      await pauseContainer(engine, id);
      await until(inventory, ({ get }) => get('container', id)?.state === 'paused');
      await unpauseContainer(engine, id);
      await renameContainer(engine, id, { name: 'renamed' });
      await until(inventory, ({ get }) => get('container', id)?.name === 'renamed');
      await createNetwork(engine, { name: 'second' });
      await connectNetwork(engine, 'second', { container: id });
      await call('POST', '/volumes/create', { Name: 'data' });
      await tagImage(engine, busybox, { target: 'localhost/other:1' });
      assert.equal((await same()).volumes.length, 1);
      await disconnectNetwork(engine, 'second', { container: id, force: true });
      await restartContainer(engine, id);
      await same();
      await killContainer(engine, id);
      await until(inventory, ({ get }) => get('container', id)?.state === 'exited');
      assert.equal(inventory.get('container', id)?.exitCode, 137);
      const brief = await create('brief', ['true']);
      await until(inventory, ({ get }) => get('container', brief)?.state === 'exited');
      assert.equal(inventory.get('container', brief)?.exitCode, 0);
      await create('stopped', ['sleep', '1000']).then((stopped) => stopContainer(engine, stopped));
      await same();
      await removeContainer(engine, id, { force: true });
      await removeImage(engine, 'localhost/other:1', {});
      await removeNetwork(engine, 'second');
      await call('DELETE', '/volumes/data');
      await same();
      await pruneContainers(engine, {});
      assert.deepEqual((await same()).containers, []);
      assert.deepEqual(inventory.list('container'), []);
    });

    test('builds', async () => {
      const folder = mkdtempSync('/tmp/gantry-matrix-');
      writeFileSync(
        `${folder}/Dockerfile`,
        `FROM ${busybox}\nRUN echo "it is ✓" && exit 0\nCOPY Dockerfile /\n`,
      );
      let output = '';
      const result = await buildImage(engine, {
        contextPath: folder,
        dockerfilePath: `${folder}/Dockerfile`,
        tag: 'localhost/built:1',
        signal: new AbortController().signal,
        write: (text) => {
          output += text;
        },
      });
      rmSync(folder, { recursive: true });
      assert.equal(result.ok, true, output);
      assert.match(output, /it is ✓/);
      await until(engine.inventory, ({ list }) =>
        list('image').some(({ tags }) => tags.includes('localhost/built:1')),
      );
      await equalsEngine(engine.inventory, daemon.socketPath);
    });

    test('shows what a container writes, runs a command in it, lets it be attached to', async () => {
      const id = await create('talking', ['sh', '-c', 'echo hello; exec sleep 1000']);
      const logs = createTerminal();
      const following = containerLogs(engine, id, {})(logs.io);
      await logs.shown(/hello/);
      logs.close();
      await following;
      const shell = createTerminal();
      const ended = containerShell(engine, id, {})(shell.io);
      await shell.shown(/# /);
      shell.type('echo $((40 + 2))\r');
      await shell.shown(/\b42\b/);
      shell.type('exit 3\r');
      assert.equal(await ended, 3);
      await removeContainer(engine, id, { force: true });
      const greeting = await createTestContainer(daemon.socketPath, {
        ...{ name: 'greeting', image: busybox, tty: true, start: false },
        command: ['sh', '-c', 'echo who; read name; echo "hello $name"; exit 5'],
      });
      const attached = createTerminal();
      const over = attachContainer(engine, greeting)(attached.io);
      await attached.shown(/who/);
      attached.type('you\r');
      await attached.shown(/hello you/);
      assert.equal(await over, 5);
      await removeContainer(engine, greeting, { force: true });
    });

    test('says how much a container uses', async () => {
      const id = await create('used', ['sleep', '1000']);
      const ending = new AbortController();
      await new Promise<void>((resolve) => {
        const stats = openStats({
          engine,
          ids: () => [id],
          signal: ending.signal,
          onChange: () => (stats.usage(id)?.memory ?? 0) > 0 && resolve(),
        });
      });
      ending.abort();
      await removeContainer(engine, id, { force: true });
    });
  });
}
