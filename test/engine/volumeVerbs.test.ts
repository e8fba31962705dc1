import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError } from '../../src/engine/errors.ts';
import { diskUsage } from '../../src/engine/usage/diskUsage.ts';
import { createVolume, nfsOptions } from '../../src/engine/volumes/createVolume.ts';
import { inspectVolume } from '../../src/engine/volumes/inspectVolume.ts';
import { pruneVolumes, volumeSizes, volumesToPrune } from '../../src/engine/volumes/pruneVolumes.ts';
import { removeVolume } from '../../src/engine/volumes/removeVolume.ts';
import { backUpVolume, cloneVolume, restoreVolume } from '../../src/engine/volumes/volumeArchive.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { connectTo } from './support/engine.ts';

const refused = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof EngineError, String(error));
  assert.match(error.message, words);
  return true;
};

describe('verbs on volumes', { ...needsWorld, timeout: 120_000 }, () => {
  let daemon: Daemon;
  let engine: Engine;
  let folder: string;
  before(async () => {
    daemon = await startDaemon();
    engine = await connectTo(daemon.socketPath);
    folder = mkdtempSync(join(tmpdir(), 'gantry-volumes-'));
  });
  after(async () => {
    await engine?.[Symbol.asyncDispose]();
    await daemon?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Where the engine keeps a volume: the test looks at its files itself. */
  const contentOf = async (name: string) =>
    ((await inspectVolume(engine, name)) as { readonly Mountpoint: string }).Mountpoint;
  const fill = async (name: string) => {
    const content = await contentOf(name);
    writeFileSync(join(content, 'file'), 'hello', { mode: 0o640 });
    return content;
  };
  const nothingLeft = async () => {
    assert.deepEqual(await engineCall(daemon.socketPath, 'GET', '/containers/json?all=1'), []);
    assert.deepEqual(await engineCall(daemon.socketPath, 'GET', '/images/json?all=1'), []);
  };

  test('back up, restore and clone without any image or container, and leave none', async () => {
    await createVolume(engine, { name: 'origin', labels: { a: 'b' } });
    await fill('origin');
    const file = join(folder, 'origin.tar');
    const bytes = await backUpVolume(engine, 'origin', { file });
    assert.equal(statSync(file).size, bytes);
    await createVolume(engine, { name: 'restored' });
    writeFileSync(join(await contentOf('restored'), 'kept'), 'kept');
    writeFileSync(join(await contentOf('restored'), 'file'), 'old');
    await restoreVolume(engine, 'restored', { file });
    const restored = await contentOf('restored');
    assert.deepEqual(readdirSync(restored).sort(), ['file', 'kept']);
    assert.equal(readFileSync(join(restored, 'file'), 'utf8'), 'hello');
    assert.equal(statSync(join(restored, 'file')).mode & 0o777, 0o640);
    await cloneVolume(engine, 'origin', { to: 'copy', labels: { c: 'd' } });
    assert.equal(readFileSync(join(await contentOf('copy'), 'file'), 'utf8'), 'hello');
    await assert.rejects(
      cloneVolume(engine, 'origin', { to: 'copy' }),
      refused(/There is a volume copy already/),
    );
    await nothingLeft();
  });

  test('what can’t be read or written leaves nothing behind', async () => {
    await assert.rejects(
      restoreVolume(engine, 'origin', { file: join(folder, 'missing.tar') }),
      refused(/missing\.tar/),
    );
    writeFileSync(join(folder, 'garbage.tar'), 'no archive at all'.repeat(100));
    await assert.rejects(restoreVolume(engine, 'origin', { file: join(folder, 'garbage.tar') }));
    await assert.rejects(backUpVolume(engine, 'origin', { file: join(folder, 'no', 'such', 'folder.tar') }));
    const cancelled = AbortSignal.abort();
    await assert.rejects(cloneVolume(engine, 'origin', { to: 'never', signal: cancelled }));
    const names = (await engineCall(daemon.socketPath, 'GET', '/volumes')) as {
      readonly Volumes: readonly { readonly Name: string }[];
    };
    assert.deepEqual(names.Volumes.map(({ Name }) => Name).sort(), ['copy', 'origin', 'restored']);
    await nothingLeft();
  });

  test('create by options, of NFS too', async () => {
    await createVolume(engine, {
      name: 'nfs',
      options: nfsOptions({ address: '10.0.0.1', path: '/export/data', options: 'ro, soft' }),
      labels: { a: 'b' },
    });
    const { Options: options, Labels: labels } = (await inspectVolume(engine, 'nfs')) as {
      readonly Options: unknown;
      readonly Labels: unknown;
    };
    assert.deepEqual(options, { type: 'nfs4', o: 'addr=10.0.0.1,ro,soft', device: ':/export/data' });
    assert.deepEqual(labels, { a: 'b' });
    await removeVolume(engine, 'nfs');
  });

  test('sizes, use and pruning are told before, by name and label', async (t) => {
    await importBusybox(daemon.socketPath);
    await createVolume(engine, { name: 'labelled', labels: { team: 'x' } });
    await fill('labelled');
    const container = await createTestContainer(daemon.socketPath, {
      name: 'holds',
      start: false,
      volumes: ['/anonymous'],
    });
    t.after(() => removeTestContainer(daemon.socketPath, container));
    const anonymous = await createVolume(engine, {});
    assert.equal((await volumeSizes(engine)).get('labelled'), 5);
    const names = async (filter: Parameters<typeof volumesToPrune>[1]) =>
      (await volumesToPrune(engine, filter)).map(({ name }) => name).sort();
    assert.deepEqual(await names({}), [anonymous]);
    assert.deepEqual(await names({ all: true, labels: ['team=x'] }), ['labelled']);
    assert.deepEqual(
      await names({ all: true }),
      [anonymous, 'copy', 'labelled', 'origin', 'restored'].sort(),
    );
    const usage = await diskUsage(engine);
    assert.equal(usage.volumes.count, 6);
    assert.equal(usage.volumes.active, 1);
    assert.equal(usage.containers.count, 1);
    assert.equal(usage.images.count, 1);
    assert.equal(usage.images.reclaimable, 0);
    await assert.rejects(removeVolume(engine, 'missing'), refused(/no such volume/i));
    assert.deepEqual(await pruneVolumes(engine, ['labelled', 'missing']), {
      removed: ['labelled'],
      kept: ['missing'],
    });
    assert.deepEqual(await names({ all: true, labels: ['team=x'] }), []);
  });
});
