import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CodeActionRequest,
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  DefinitionRequest,
  HoverRequest,
  MarkupContent,
  RenameRequest,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { commands } from '../../language-server/server/requests.ts';
import { applyEdits } from '../../language-server/text/edit.ts';
import { linesOf } from '../../language-server/text/lines.ts';
import { able, connect, type OpenFile, type TestClient } from './client.ts';

const dockerfile = { languageId: 'dockerfile', uri: 'file:///project/Dockerfile' };
/** As editors send it that have but one language for all YAML. */
const compose = { languageId: 'yaml', uri: 'file:///project/compose.yaml' };

/** Opens a text with `$0` in it, and asks about that place. */
async function at(client: TestClient, options: typeof dockerfile, marked: string) {
  const text = marked.replace('$0', '');
  const file = await client.open(text, options);
  return { file, text, place: file.at(linesOf(text).positionAt(marked.indexOf('$0'))) };
}

/** The text after an edit that must be of this version of this document alone. */
function edited(text: string, file: OpenFile, edit: WorkspaceEdit | null | undefined): string {
  const [change, ...others] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert(change !== undefined && others.length === 0);
  assert.deepEqual(change.textDocument, { uri: file.uri, version: 1 });
  const lines = linesOf(text);
  return applyEdits(
    text,
    change.edits.map((each) => {
      assert('newText' in each && 'range' in each);
      return {
        span: { start: lines.offsetAt(each.range.start), end: lines.offsetAt(each.range.end) },
        newText: each.newText,
      };
    }),
  );
}

async function fixAll(client: TestClient, file: OpenFile): Promise<WorkspaceEdit | undefined> {
  const start = { line: 0, character: 0 };
  const actions = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: file.uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ['source.fixAll'] },
  });
  assert.equal(actions?.length, 1);
  const [action] = actions;
  return action !== undefined && 'edit' in action ? action.edit : undefined;
}

const labels = (answer: unknown): string[] => (answer as CompletionItem[]).map(({ label }) => label);

test('findings carry their code, where it is explained, and who found it; pulled and pushed alike', async () => {
  for (const capabilities of [able, {}]) {
    await using client = await connect({ capabilities });
    const file = await client.open('FROM alpine AS Base\r\nMAINTAINER 🐳\r\n', dockerfile);
    const found =
      capabilities === able ? await file.diagnostics() : (await client.pushed(file.uri)).diagnostics;
    const casing = found.find(({ code }) => code === 'StageNameCasing');
    assert.deepEqual(casing?.range, { start: { line: 0, character: 15 }, end: { line: 0, character: 19 } });
    assert.equal(casing.source, 'buildkit');
    assert.match(casing.codeDescription?.href ?? '', /^https:\/\/docs\.docker\.com\//);
    const maintainer = found.find(({ code }) => code === 'MaintainerDeprecated');
    assert.deepEqual(maintainer?.range.end, { line: 1, character: 13 });
    assert.deepEqual(maintainer.tags, [2]);
  }
});

test('one action makes all safe fixes of a Dockerfile', async () => {
  await using client = await connect();
  const text = 'FROM alpine as Base\nFROM base AS final\nCOPY --from=Base /a /b\n';
  const file = await client.open(text, dockerfile);
  const after = edited(text, file, await fixAll(client, file));
  assert.equal(after, 'FROM alpine AS base\nFROM base AS final\nCOPY --from=base /a /b\n');
});

test('one action makes all safe fixes of a Compose file', async () => {
  await using client = await connect();
  const text =
    'services:\n  web:\n    image: nginx\n    prots: ["80:80"]\n    dependsOn: [db]\n  db:\n    image: postgres\n';
  const file = await client.open(text, compose);
  const after = edited(text, file, await fixAll(client, file));
  assert.equal(after, text.replace('prots', 'ports').replace('dependsOn', 'depends_on'));
});

test('a stage is completed, explained, found and renamed in all its places', async () => {
  await using client = await connect();
  const marked = 'FROM alpine AS build\nFROM scratch\nCOPY --from=bui$0ld /a /b\n';
  const { file, text, place } = await at(client, dockerfile, marked);
  const { connection } = client;
  assert(labels(await connection.sendRequest(CompletionRequest.type, place)).includes('build'));
  const hover = await connection.sendRequest(HoverRequest.type, place);
  assert(MarkupContent.is(hover?.contents) && hover.contents.kind === 'markdown');
  const [link] = (await connection.sendRequest(DefinitionRequest.type, place)) as { targetRange: unknown }[];
  assert.deepEqual(link?.targetRange, { start: { line: 0, character: 15 }, end: { line: 0, character: 20 } });
  const renamed = await connection.sendRequest(RenameRequest.type, { ...place, newName: 'builder' });
  assert.equal(edited(text, file, renamed), text.replaceAll('build', 'builder'));
  await assert.rejects(connection.sendRequest(RenameRequest.type, { ...place, newName: 'no name' }), {
    code: -32803,
  });
});

test('a service is explained, found and renamed in all its places', async () => {
  await using client = await connect();
  const marked = 'services:\n  web:\n    image: nginx\n    depends_on: [d$0b]\n  db:\n    image: postgres\n';
  const { file, text, place } = await at(client, compose, marked);
  const { connection } = client;
  const [link] = (await connection.sendRequest(DefinitionRequest.type, place)) as { targetRange: unknown }[];
  assert.deepEqual(link?.targetRange, { start: { line: 4, character: 2 }, end: { line: 4, character: 4 } });
  const renamed = await connection.sendRequest(RenameRequest.type, { ...place, newName: 'database' });
  assert.equal(
    edited(text, file, renamed),
    text.replace('[db]', '[database]').replace('  db:', '  database:'),
  );
});

test('images of the client are suggested behind FROM, and a client that never answers costs but a moment', async () => {
  const marked = 'FROM $0\n';
  await using answering = await connect({
    initializationOptions: { images: true },
    prepare: (connection) => connection.onRequest('gantry/images', () => ['registry.test/shop:7']),
  });
  const first = await at(answering, dockerfile, marked);
  const suggested = await answering.connection.sendRequest(CompletionRequest.type, first.place);
  assert(labels(suggested).includes('registry.test/shop:7'));
  await using silent = await connect({
    initializationOptions: { images: true },
    prepare: (connection) => connection.onRequest('gantry/images', () => new Promise(() => {})),
  });
  const second = await at(silent, dockerfile, marked);
  for (let i = 0; i < 50; i++) await silent.connection.sendRequest(CompletionRequest.type, second.place);
  assert.deepEqual(silent.log, []);
});

test('lenses are sent to clients that carry out their commands', async () => {
  await using client = await connect({ initializationOptions: { commands: [commands.composeUp] } });
  const service = await client.open('services:\n  web:\n    image: nginx\n', compose);
  const stage = await client.open('FROM alpine AS a\n', dockerfile);
  const lenses = async ({ uri }: OpenFile) =>
    (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } }))?.map(
      ({ command }) => command,
    );
  const found = await lenses(service);
  assert(found?.some((each) => each?.command === commands.composeUp));
  assert.deepEqual(await lenses(stage), []);
});

test('other YAML is not served', async () => {
  await using client = await connect();
  const file = await client.open('services: [\n', { languageId: 'yaml', uri: 'file:///project/values.yaml' });
  assert.deepEqual(await file.diagnostics(), []);
  assert.equal(
    await client.connection.sendRequest(HoverRequest.type, file.at({ line: 0, character: 2 })),
    null,
  );
});
