import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { list } from '../../../language-server/server/files.ts';

const { signal } = new AbortController();
let folder: string;
let uri: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gantry-files-'));
  uri = pathToFileURL(join(folder, 'Dockerfile with space')).href;
  await mkdir(join(folder, 'src', 'deep'), { recursive: true });
  await mkdir(join(folder, 'many'));
  await writeFile(join(folder, 'package.json'), '{}');
  await writeFile(join(folder, 'ünï 🐳.txt'), '');
  await symlink(join(folder, 'src'), join(folder, 'link'));
  await symlink(join(folder, 'nowhere'), join(folder, 'broken'));
  await Promise.all(Array.from({ length: 1200 }, (_, i) => writeFile(join(folder, 'many', `${i}`), '')));
});

after(() => rm(folder, { recursive: true, force: true }));

test('names of the document’s folder; folders, and links to them, end in a slash', async () => {
  const names = ['broken', 'link/', 'many/', 'package.json', 'src/', 'ünï 🐳.txt'];
  assert.deepEqual(await list(uri, '', signal), names);
  assert.deepEqual(await list(uri, '.', signal), names);
  assert.deepEqual(await list(uri, 'src/..', signal), names);
});

test('a path leads to another folder', async () => {
  assert.deepEqual(await list(uri, 'src/', signal), ['deep/']);
  assert.deepEqual(await list(uri, join(folder, 'src'), signal), ['deep/']);
});

test('a huge folder is cut off', async () => {
  assert.equal((await list(uri, 'many', signal)).length, 1000);
});

test('what can’t be read is empty', async () => {
  assert.deepEqual(await list(uri, 'nowhere', signal), []);
  assert.deepEqual(await list(uri, 'package.json', signal), []);
  assert.deepEqual(await list(uri, 'nul\0', signal), []);
  assert.deepEqual(await list('file:///%2F', '', signal), []);
});

test('a document that is no file has no folder', async () => {
  assert.deepEqual(await list('untitled:Untitled-1', '', signal), []);
  assert.deepEqual(await list(uri.replace('file:', 'git:'), '', signal), []);
  assert.deepEqual(await list('no uri', '', signal), []);
});

test('a cancelled question is empty', async () => {
  assert.deepEqual(await list(uri, '', AbortSignal.abort()), []);
});
