import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  type RegistrationParams,
  RegistrationRequest,
} from 'vscode-languageserver/node';
import type { Language } from '../../../language-server/language.ts';
import { nearestSettings } from '../../../language-server/server/settingsFile.ts';
import { able, connectTo } from '../../server/client.ts';
import { shout } from './shout.ts';

let root: string;
let uri: string;
const names = ['.first', '.second'];

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'gantry-settings-'));
});
after(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  await rm(root, { recursive: true });
  await mkdir(join(root, 'a', 'b'), { recursive: true });
  uri = pathToFileURL(join(root, 'a', 'b', 'x.shout')).href;
});

const put = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);

test('the nearest file counts, in one folder the first of the names', async () => {
  assert.equal(await nearestSettings(uri, names), undefined);
  await put('.first', 'far');
  assert.equal(await nearestSettings(uri, names), 'far');
  await put('a/.second', 'near');
  assert.equal(await nearestSettings(uri, names), 'near');
  await put('a/b/.second', 'second');
  await put('a/b/.first', 'first');
  assert.equal(await nearestSettings(uri, names), 'first');
});

test('what is no file has none', async () => {
  for (const other of ['untitled:Untitled-1', 'git:/a/b', 'file://host/a'])
    assert.equal(await nearestSettings(other, names), undefined);
});

/** A language whose settings say what is found. */
function strict(): Language<string> {
  return shout({
    settingsFiles: names,
    withSettings: (text) =>
      shout({
        *syntaxErrors() {
          yield { code: text.trim(), severity: 'error', span: { start: 0, end: 1 }, message: 'x' };
        },
      }),
  });
}

const watching = { didChangeWatchedFiles: { dynamicRegistration: true } };
const change = { changes: [{ uri: 'file:///a', type: 2 as const }] };
const codes = (found: readonly { code?: unknown }[]): readonly unknown[] => found.map(({ code }) => code);

test('findings follow the settings; when they change, a client that pulls is told and pulls anew', async () => {
  await put('.first', 'One');
  const capabilities: ClientCapabilities = {
    ...able,
    workspace: { ...able.workspace, ...watching, diagnostics: { refreshSupport: true } },
  };
  const registered = Promise.withResolvers<RegistrationParams>();
  const refreshed = Promise.withResolvers<void>();
  await using client = await connectTo([strict()], {
    capabilities,
    prepare(connection) {
      connection.onRequest(RegistrationRequest.type, (params) => registered.resolve(params));
      connection.onRequest(DiagnosticRefreshRequest.type, () => refreshed.resolve());
    },
  });
  const { registrations } = await registered.promise;
  assert.deepEqual(registrations[0]?.registerOptions, {
    watchers: [{ globPattern: '**/.first' }, { globPattern: '**/.second' }],
  });
  const file = await client.open('a', { uri, languageId: 'shout' });
  const first = await file.pull();
  assert(first.kind === 'full');
  assert.deepEqual(codes(first.items), ['One']);
  await put('a/.first', 'Two');
  assert.equal((await file.pull(first.resultId)).kind, 'unchanged');
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, change);
  await refreshed.promise;
  const second = await file.pull(first.resultId);
  assert(second.kind === 'full');
  assert.deepEqual(codes(second.items), ['Two']);
});

test('a client that can’t pull gets what the changed settings find', async () => {
  await put('.first', 'One');
  await using client = await connectTo([strict()], {
    capabilities: { workspace: watching },
    prepare: (connection) => connection.onRequest(RegistrationRequest.type, () => undefined),
  });
  await client.open('a', { uri, languageId: 'shout' });
  assert.deepEqual(codes((await client.pushed(uri)).diagnostics), ['One']);
  await rm(join(root, '.first'));
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, change);
  assert.deepEqual(codes((await client.pushed(uri)).diagnostics), []);
});

test('where nobody watches, opening a document reads its settings again', async () => {
  await using client = await connectTo([strict()]);
  const file = await client.open('a', { uri, languageId: 'shout' });
  assert.deepEqual(await file.diagnostics(), []);
  await put('a/b/.second', 'Three');
  await file.close();
  assert.deepEqual(codes(await (await client.open('a', { uri, languageId: 'shout' })).diagnostics()), [
    'Three',
  ]);
});
