import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { changedFiles } from '../../src/engine/containers/changedFiles.ts';
import { commitContainer } from '../../src/engine/containers/commitContainer.ts';
import { copyIn } from '../../src/engine/containers/copyIn.ts';
import { copyOut } from '../../src/engine/containers/copyOut.ts';
import { exportContainer } from '../../src/engine/containers/exportContainer.ts';
import { inspectContainer } from '../../src/engine/containers/inspectContainer.ts';
import { killContainer, startContainer } from '../../src/engine/containers/lifecycle.ts';
import { pathStat } from '../../src/engine/containers/pathStat.ts';
import { containerProcesses } from '../../src/engine/containers/processes.ts';
import { containersToPrune, pruneContainers } from '../../src/engine/containers/pruneContainers.ts';
import { updateContainer } from '../../src/engine/containers/updateContainer.ts';
import { waitForContainer } from '../../src/engine/containers/waitForContainer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { inspectImage } from '../../src/engine/images/inspectImage.ts';
import { createTestContainer } from '../support/containers.ts';
import { needsWorld } from '../support/inWorld.ts';
import { until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';

describe('verbs of containers', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let socketPath: string;
  let folder: string;

  before(async () => {
    own = await startOwnEngine();
    ({ engine, socketPath } = own);
    folder = mkdtempSync(join(tmpdir(), 'container-verbs-'));
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await own?.[Symbol.asyncDispose]();
  });

  /** One that has run this and ended. */
  async function ended(script: string): Promise<string> {
    const id = await createTestContainer(socketPath, { command: ['sh', '-c', script] });
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === 'exited');
    return id;
  }

  test('update limits and restart policy, and say what the engine refuses', async () => {
    const id = await createTestContainer(socketPath);
    const memory = 64 * 1024 * 1024;
    await updateContainer(engine, id, {
      cpus: 0.5,
      memory,
      pids: 40,
      restart: { name: 'on-failure', retries: 2 },
    });
    await updateContainer(engine, id, { memory: memory * 4 });
    assert.partialDeepStrictEqual(await inspectContainer(engine, id), {
      HostConfig: {
        NanoCpus: 5e8,
        Memory: memory * 4,
        PidsLimit: 40,
        RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 2 },
      },
    });
    await assert.rejects(updateContainer(engine, id, { memory: 1 }), /[Mm]inimum memory limit/);
    await assert.rejects(updateContainer(engine, 'no-such-container', { pids: 5 }), /No such container/);
    await killContainer(engine, id);
  });

  test('commit a container to an image with changed settings', async () => {
    const id = await ended('echo made > /made');
    const image = await commitContainer(engine, id, {
      reference: 'team/made:1',
      message: 'why',
      author: 'me',
      changes: ['CMD ["cat", "/made"]', 'ENV A=1'],
    });
    await until(engine.inventory, (now) =>
      now.list('image').some(({ tags }) => tags.includes('team/made:1')),
    );
    assert.partialDeepStrictEqual(await inspectImage(engine, 'team/made:1'), {
      Id: image,
      Comment: 'why',
      Author: 'me',
      Config: { Cmd: ['cat', '/made'], Env: ['A=1'] },
    });
    assert.match(await commitContainer(engine, id, {}), /^sha256:/);
    await assert.rejects(commitContainer(engine, id, { reference: 'Not Good' }), /no spaces/);
    await assert.rejects(commitContainer(engine, id, { changes: ['FROM x'] }), /not a valid change/);
  });

  test('export a file system to a file, and leave nothing where that fails', async () => {
    const id = await ended('echo exported > /exported');
    const file = join(folder, 'export.tar');
    const bytes = await exportContainer(engine, id, { file });
    assert.equal(bytes, statSync(file).size);
    assert.ok(readFileSync(file).includes('exported'));
    const missing = exportContainer(engine, 'no-such-container', { file: join(folder, 'none.tar') });
    await assert.rejects(missing, /No such container/);
    const cancelled = exportContainer(engine, id, {
      file: join(folder, 'none.tar'),
      signal: AbortSignal.abort(),
    });
    await assert.rejects(cancelled, /Cancelled/);
    assert.ok(!readdirSync(folder).some((name) => name.startsWith('none')));
  });

  test('copy files and folders in, and out again', async () => {
    const id = await createTestContainer(socketPath);
    const source = join(folder, 'site');
    mkdirSync(join(source, 'pages'), { recursive: true });
    writeFileSync(join(source, 'run.sh'), 'echo hello', { mode: 0o755 });
    writeFileSync(join(source, 'pages', 'ünï.html'), Buffer.alloc(300_000, 65));
    symlinkSync('pages/ünï.html', join(source, 'index.html'));
    const sent = await copyIn(engine, id, {
      paths: [source, join(source, 'run.sh')],
      folder: '/srv/new/place',
    });
    assert.deepEqual([sent.entries, sent.bytes], [6, 300_020]);
    assert.deepEqual(
      await pathStat(engine, id, { path: '/srv/new/place/site' }).then((stat) => stat?.type),
      'directory',
    );
    const to = join(folder, 'out');
    mkdirSync(to);
    const got = await copyOut(engine, id, { path: '/srv/new/place/site', folder: to });
    assert.deepEqual([got.bytes, got.skipped], [300_010, []]);
    assert.deepEqual(readdirSync(join(to, 'site')).sort(), ['index.html', 'pages', 'run.sh']);
    assert.equal(readlinkSync(join(to, 'site', 'index.html')), 'pages/ünï.html');
    assert.equal(statSync(join(to, 'site', 'run.sh')).mode & 0o777, 0o755);
    await killContainer(engine, id);
  });

  test('copy through a link to a folder, and what a link leads to, of a container that does not run', async () => {
    const id = await ended('mkdir /real && echo content > /real/f && ln -s /real /link && mkfifo /real/pipe');
    const file = join(folder, 'more');
    writeFileSync(file, 'more');
    await copyIn(engine, id, { paths: [file], folder: '/link' });
    const to = join(folder, 'linked');
    mkdirSync(to);
    const { skipped } = await copyOut(engine, id, { path: '/link', folder: to });
    assert.deepEqual(readdirSync(join(to, 'real')).sort(), ['f', 'more']);
    assert.deepEqual(skipped, ['real/pipe']);
  });

  test('say why nothing is copied', async () => {
    const id = await ended('echo x > /file; ln -s nowhere /dangling');
    const paths = [join(folder, 'any')];
    writeFileSync(paths[0] ?? '', '');
    await assert.rejects(copyOut(engine, id, { path: '/none', folder }), /Could not find the file \/none/);
    await assert.rejects(copyIn(engine, id, { paths, folder: '/file/deeper' }), /\/file is not a folder/);
    await assert.rejects(copyIn(engine, id, { paths, folder: 'relative' }), /not an absolute path/);
    await assert.rejects(
      copyIn(engine, id, { paths: [join(folder, 'none')], folder: '/' }),
      /none is not there/,
    );
    mkdirSync(join(folder, 'file'));
    await assert.rejects(copyIn(engine, id, { paths: [join(folder, 'file')], folder: '/' }));
    assert.equal((await pathStat(engine, id, { path: '/file' }))?.type, 'file');
  });

  test('list processes and changed files', async () => {
    const id = await createTestContainer(socketPath, {
      command: ['sh', '-c', 'touch /new; rm /etc/group; echo ready; exec sleep 12345'],
    });
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === 'running');
    await waitFor(async () => (await changedFiles(engine, id)).length >= 3);
    assert.deepEqual(await changedFiles(engine, id), [
      { path: '/etc', change: 'modified' },
      { path: '/etc/group', change: 'deleted' },
      { path: '/new', change: 'added' },
    ]);
    await waitFor(async () => (await containerProcesses(engine, id)).rows.flat().includes('sleep 12345'));
    const { titles, rows } = await containerProcesses(engine, id, { columns: '-o pid,comm' });
    assert.deepEqual([titles, rows.length, rows[0]?.[1]], [['PID', 'COMMAND'], 1, 'sleep']);
    await killContainer(engine, id);
    await assert.rejects(containerProcesses(engine, id), /is not running/);
  });

  test('plan a prune by age and labels as it then goes', async () => {
    const make = (labels: Readonly<Record<string, string>>) =>
      createTestContainer(socketPath, { start: false, labels });
    const [one, two, three] = [
      await make({ team: 'a' }),
      await make({ team: 'b' }),
      await make({ team: 'a', x: '' }),
    ];
    for (const labels of [['team=a', 'x'], ['team=a'], ['team']]) {
      const before = Date.now() - 3_600_000;
      assert.deepEqual((await containersToPrune(engine, { labels, before })).containers, []);
      assert.deepEqual((await pruneContainers(engine, { labels, before })).removed, []);
      const plan = await containersToPrune(engine, { labels });
      const { removed } = await pruneContainers(engine, { labels });
      assert.deepEqual(removed, [labels.length === 2 ? three : labels[0] === 'team' ? two : one]);
      assert.deepEqual(
        plan.containers.map(({ id }) => id),
        removed,
      );
    }
  });

  test('wait for the exit code: now, later, or until it is cancelled', async () => {
    assert.equal(await waitForContainer(engine, await ended('exit 7'), {}), 7);
    const id = await createTestContainer(socketPath, { start: false });
    await startContainer(engine, id);
    const waiting = waitForContainer(engine, id, {});
    const cancel = new AbortController();
    const cancelled = waitForContainer(engine, id, { signal: cancel.signal });
    cancel.abort();
    await assert.rejects(cancelled, /Cancelled/);
    await killContainer(engine, id);
    assert.equal(await waiting, 137);
    await assert.rejects(waitForContainer(engine, 'no-such-container', {}), /No such container/);
  });
});

/** Asks again until it is so: of what a process inside does, the engine tells nothing. */
async function waitFor(so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 50));
}
