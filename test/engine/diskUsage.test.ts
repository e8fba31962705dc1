import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { after, before, beforeEach, describe, test } from 'node:test';
import { pack } from 'tar-stream';
import { buildCacheRemove } from '../../src/commands/buildCacheRemove.ts';
import { hostCleanUp } from '../../src/commands/hostCleanUp.ts';
import { dial } from '../../src/engine/dial.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { listBuildCache, pruneBuildCache } from '../../src/engine/usage/buildCache.ts';
import { diskUsage } from '../../src/engine/usage/diskUsage.ts';
import { diskUsageRow } from '../../src/views/diskUsage.ts';
import { commandContext } from '../support/commandContext.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { needsWorld } from '../support/inWorld.ts';
import { recordingUi } from '../support/recordingUi.ts';
import { connectTo } from './support/engine.ts';

/** Builds what leaves records of some size in the build cache, and no image. */
async function build(engine: Engine): Promise<void> {
  const archive = pack();
  const files = {
    Dockerfile: 'FROM scratch\nCOPY file /first\nCOPY file /second\nCOPY file /third\n',
    file: 'x'.repeat(100_000),
  };
  for (const [name, content] of Object.entries(files)) {
    const owner = { uid: 0, gid: 0, uname: '', gname: '' };
    archive.entry(
      { ...owner, name, type: 'file', mode: 0o644, mtime: new Date(0), size: content.length },
      Buffer.from(content),
      () => {},
    );
  }
  archive.finalize();
  const answer = await dial<Readable>(engine, {
    method: 'POST',
    path: '/build?',
    options: { version: '2', q: 'true' },
    file: Readable.from(archive),
    isStream: true,
  });
  assert.doesNotMatch(await text(answer), /"error"/);
  for (const { Id } of await dial<readonly { readonly Id: string }[]>(engine, { path: '/images/json' }))
    await dial(engine, { method: 'DELETE', path: `/images/${Id}` });
}

describe('disk usage and the build cache', { ...needsWorld, timeout: 120_000 }, () => {
  let daemon: Daemon;
  let engine: Engine;
  before(async () => {
    daemon = await startDaemon();
    engine = await connectTo(daemon.socketPath);
  });
  beforeEach(async () => {
    await pruneBuildCache(engine);
    await build(engine);
  });
  after(async () => {
    await engine?.[Symbol.asyncDispose]();
    await daemon?.[Symbol.asyncDispose]();
  });

  test('are what the engine measures', async () => {
    const records = await listBuildCache(engine);
    const { buildCache } = await diskUsage(engine);
    assert.ok(buildCache.bytes >= 100_000);
    assert.equal(buildCache.count, records.length);
    const rows = (await diskUsageRow(engine).load?.()) ?? [];
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Images', 'Containers', 'Volumes', 'Build cache'],
    );
    assert.deepEqual(
      new Set(
        rows
          .at(-1)
          ?.children?.()
          .map(({ object }) => object?.id),
      ),
      new Set(records.map(({ id }) => id)),
    );
  });

  test('lose what is named, what is older, or what is beyond a size, and no more', async () => {
    const before = await listBuildCache(engine);
    assert.deepEqual((await pruneBuildCache(engine, { before: Date.now() - 3_600_000 })).removed, []);
    assert.deepEqual((await pruneBuildCache(engine, { keep: 1_000_000_000 })).removed, []);
    assert.equal((await listBuildCache(engine)).length, before.length);
    const gone = await pruneBuildCache(engine);
    assert.ok(gone.bytes >= 100_000);
    assert.deepEqual(await listBuildCache(engine), []);
  });

  test('records go from their rows, alone and many at a time; what the engine does not remove is an error', async () => {
    const rows = (await diskUsageRow(engine).load?.())?.at(-1)?.children?.() ?? [];
    const [oldest, ...others] = rows
      .flatMap(({ object }) => (object?.kind === 'buildCache' ? [object] : []))
      .sort((a, b) => a.entry.createdAt - b.entry.createdAt);
    const youngest = others.pop();
    assert.ok(oldest && youngest);
    const ui = recordingUi({ confirm: () => 'Remove' });
    await buildCacheRemove.run([youngest], commandContext({ ui, engine }));
    const left = (await listBuildCache(engine)).map(({ id }) => id);
    assert.equal(left.length, rows.length - 1);
    assert.ok(!left.includes(youngest.id));
    await assert.rejects(buildCacheRemove.run([youngest], commandContext({ ui, engine })), /made from it/);
    await buildCacheRemove.run([oldest, ...others], commandContext({ ui, engine }));
    assert.deepEqual(await listBuildCache(engine), []);
  });

  test('cleaning up names the records of the build cache, takes them all and says so', async () => {
    const records = await listBuildCache(engine);
    const ui = recordingUi({ form: () => ({ buildCache: true }), confirm: () => 'Remove' });
    await hostCleanUp.run(commandContext({ ui, engine }));
    const what = `${records.length} records of the build cache`;
    assert.ok(ui.questions[0]?.message.startsWith(`Remove ${what}? This frees up to `));
    assert.equal(ui.forms[0]?.preview?.split('\n').length, records.length);
    assert.ok(ui.said[0]?.startsWith(`Removed ${what}, which freed up to `));
    assert.ok(!ui.said[0]?.includes('stay'));
    assert.deepEqual(await listBuildCache(engine), []);
  });

  test('cleaning up that is cancelled says what went by then', async () => {
    const records = await listBuildCache(engine);
    const cancel = new AbortController();
    const ui = recordingUi({
      form: () => ({ buildCache: true }),
      confirm: () => {
        cancel.abort();
        return 'Remove';
      },
      cancel: cancel.signal,
    });
    await hostCleanUp.run(commandContext({ ui, engine }));
    assert.match(ui.said[0] ?? '', /^Removed nothing/);
    assert.equal((await listBuildCache(engine)).length, records.length);
  });
});
