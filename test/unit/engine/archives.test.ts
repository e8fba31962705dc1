import assert from 'node:assert/strict';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { extractInto } from '../../../src/engine/files/extractInto.ts';
import { packPaths } from '../../../src/engine/files/packPaths.ts';
import { saveStream } from '../../../src/engine/files/saveStream.ts';
import { type TarEntry, tar } from '../../support/tar.ts';

const { signal } = new AbortController();

describe('archives', () => {
  let root: string;
  let chosen: string;
  let outside: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'archives-'));
    chosen = join(root, 'chosen');
    outside = join(root, 'outside');
    mkdirSync(chosen);
    mkdirSync(outside);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const file = (path: string, content = 'x'): TarEntry => ({
    path,
    kind: 'file',
    content: Buffer.from(content),
  });
  const unpack = (...entries: readonly TarEntry[]) =>
    extractInto(Readable.from([tar(entries)]), chosen, { signal });

  test('come out as they went in: names, contents, modes, times, links', async () => {
    const source = join(root, 'source');
    mkdirSync(join(source, 'sub', 'empty'), { recursive: true });
    writeFileSync(join(source, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(source, 'sub', 'ünï code'), Buffer.alloc(100_000, 7));
    writeFileSync(join(source, 'nothing'), '');
    symlinkSync('../run.sh', join(source, 'sub', 'link'));
    linkSync(join(source, 'run.sh'), join(source, 'twin'));
    utimesSync(join(source, 'run.sh'), 1000, 1000);
    chmodSync(join(source, 'sub'), 0o555);
    const { stream, sent } = packPaths([source, join(source, 'run.sh')], { into: 'a/b' });
    const { entries, bytes, skipped } = await extractInto(stream, chosen, { signal });
    const to = join(chosen, 'a/b/source');
    assert.equal(readFileSync(join(to, 'run.sh'), 'utf8'), '#!/bin/sh\n');
    assert.equal(statSync(join(to, 'run.sh')).mode & 0o777, 0o755);
    assert.equal(statSync(join(to, 'run.sh')).mtimeMs, 1_000_000);
    assert.deepEqual(readFileSync(join(to, 'sub', 'ünï code')), Buffer.alloc(100_000, 7));
    assert.equal(readlinkSync(join(to, 'sub', 'link')), '../run.sh');
    assert.equal(statSync(join(to, 'sub')).mode & 0o777, 0o555);
    assert.ok(statSync(join(to, 'sub', 'empty')).isDirectory());
    assert.equal(readFileSync(join(chosen, 'a/b/run.sh'), 'utf8'), '#!/bin/sh\n');
    assert.deepEqual([sent.entries, sent.bytes, sent.skipped], [9, 100_030, []]);
    assert.deepEqual([entries, bytes, skipped], [11, 100_030, []]);
    chmodSync(join(source, 'sub'), 0o755);
    chmodSync(join(to, 'sub'), 0o755);
  });

  test('never write outside of the folder: climbing and absolute names', async () => {
    for (const path of ['../outside/f', 'a/../../outside/f', join(outside, 'f')]) {
      await assert.rejects(unpack(file(path)), /outside of the folder/);
    }
    assert.deepEqual(readdirSync(outside), []);
  });

  test('never write outside of the folder: links of the archive, and links that were there', async () => {
    await assert.rejects(
      unpack({ path: 'out', kind: 'link', target: outside }, file('out/f')),
      /out is not a folder: nothing is written through it/,
    );
    symlinkSync(outside, join(chosen, 'before'));
    await assert.rejects(unpack(file('before/f')), /before is not a folder/);
    await assert.rejects(unpack({ path: 'before', kind: 'folder' }), /before is not a folder/);
    writeFileSync(join(outside, 'precious'), 'kept');
    symlinkSync(join(outside, 'precious'), join(chosen, 'f'));
    symlinkSync(join(outside, 'new'), join(chosen, 'f.part'));
    await unpack(file('f', 'replaced'));
    assert.equal(readFileSync(join(outside, 'precious'), 'utf8'), 'kept');
    assert.equal(readFileSync(join(chosen, 'f'), 'utf8'), 'replaced');
    assert.deepEqual(readdirSync(outside), ['precious']);
  });

  test('replace files, but no folder by a file nor a file by a folder', async () => {
    writeFileSync(join(chosen, 'f'), 'old');
    await unpack(file('f', 'new'));
    assert.equal(readFileSync(join(chosen, 'f'), 'utf8'), 'new');
    await assert.rejects(unpack(file('f/g')), /f is not a folder/);
    mkdirSync(join(chosen, 'd'));
    writeFileSync(join(chosen, 'd', 'inside'), '');
    await assert.rejects(unpack(file('d')));
    assert.deepEqual(readdirSync(join(chosen, 'd')), ['inside']);
    assert.deepEqual(readdirSync(chosen).sort(), ['d', 'f']);
  });

  test('that are cut off are an error, and so are files that are not there', async () => {
    const whole = tar([file('f', 'x'.repeat(5000))]);
    await assert.rejects(extractInto(Readable.from([whole.subarray(0, 2000)]), chosen, { signal }));
    assert.deepEqual(readdirSync(chosen), []);
    const { stream } = packPaths([join(root, 'no-such-file')]);
    await assert.rejects(extractInto(stream, chosen, { signal }), /no-such-file is not there/);
    await assert.rejects(unpackTo(join(root, 'no-such-folder')), /no-such-folder is not there/);
  });

  function unpackTo(folder: string) {
    return extractInto(Readable.from([tar([file('f')])]), folder, { signal });
  }

  test('are saved whole or not at all', async () => {
    const path = join(chosen, 'saved.tar');
    const seen: number[] = [];
    const bytes = await saveStream(Readable.from([Buffer.from('ab'), Buffer.from('c')]), path, {
      signal,
      onBytes: (count) => void seen.push(count),
    });
    assert.deepEqual([bytes, seen, readFileSync(path, 'utf8')], [3, [2, 3], 'abc']);
    async function* broken() {
      yield Buffer.from('new');
      throw new Error('broken off');
    }
    await assert.rejects(saveStream(Readable.from(broken()), path, { signal }), /broken off/);
    assert.equal(readFileSync(path, 'utf8'), 'abc');
    assert.deepEqual(readdirSync(chosen), ['saved.tar']);
    await assert.rejects(
      saveStream(Readable.from(['x']), join(root, 'none', 'f'), { signal }),
      /is not there/,
    );
    await assert.rejects(
      saveStream(Readable.from(['x']), path, { signal: AbortSignal.abort() }),
      /Cancelled/,
    );
  });
});
