import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  type ClientCapabilities,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver/node';
import type { Language } from '../../../language-server/language.ts';
import { connectTo } from '../../server/client.ts';
import { shout } from './shout.ts';

const pushOnly: ClientCapabilities = {};
const file = { uri: 'file:///a.shout', languageId: 'shout' };
const { uri } = file;

/** A language that has all there is. */
const full: Partial<Language<string>> = {
  completionTriggers: ['.', ' '],
  completion: (_, offset) => [
    {
      label: 'one',
      kind: 'keyword',
      edit: { span: { start: 0, end: offset }, newText: 'one${1:x}' },
      snippet: true,
    },
    {
      label: 'two',
      kind: 'image',
      edit: { span: { start: offset, end: offset }, newText: 'a\nb' },
      retrigger: true,
    },
  ],
  hover: (_, offset) => ({ span: { start: offset, end: offset + 1 }, contents: '**bold**' }),
  symbols: ({ text }) => {
    const span = { start: 0, end: text.length };
    const child = { name: '', kind: 'stage', span, selectionSpan: span, children: [] } as const;
    return [
      {
        name: 'all',
        detail: 'd',
        kind: 'section',
        span,
        selectionSpan: { start: 0, end: 1 },
        children: [child],
      },
    ];
  },
  codeLenses: ({ uri }) =>
    ['known', 'unknown'].map((command) => ({
      span: { start: 0, end: 0 },
      title: command,
      command,
      arguments: [{ uri }],
    })),
  symbolAt({ text }, offset) {
    const uses = [...text.matchAll(/a+/g)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    const [declaration] = uses;
    if (declaration === undefined || !uses.some(({ start, end }) => start <= offset && offset <= end))
      return undefined;
    return text.startsWith('?') ? { name: 'a', uses } : { name: 'a', declaration, uses };
  },
  nameProblem: (_document, _symbol, name) => (name === 'bad' ? 'That is a bad name.' : undefined),
};

test('capabilities are those of the languages together, and no more', async () => {
  await using bare = await connectTo([shout()]);
  assert.deepEqual(bare.initialized, {
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { identifier: 'gantry', interFileDependencies: false, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.gantry'] },
    },
    serverInfo: { name: 'gantry-language-server', version: '1.2.3' },
  });
  await using client = await connectTo(
    [shout({ hover: () => undefined }), shout({ ...full, completionTriggers: ['.'] })],
    {
      initializationOptions: { commands: ['known'] },
    },
  );
  const { diagnosticProvider, codeActionProvider, textDocumentSync, positionEncoding, ...features } =
    client.initialized.capabilities;
  assert.deepEqual(features, {
    completionProvider: { triggerCharacters: ['.'] },
    hoverProvider: true,
    documentSymbolProvider: true,
    codeLensProvider: {},
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
  });
});

test('a client that can do little is offered what it can take', async () => {
  await using client = await connectTo([shout(full)], { capabilities: pushOnly });
  const { capabilities } = client.initialized;
  assert.equal(capabilities.diagnosticProvider, undefined);
  assert.equal(capabilities.codeLensProvider, undefined);
  assert.equal(capabilities.renameProvider, true);
  const { at } = await client.open('a a', file);
  const start = at({ line: 0, character: 0 });
  const [one] = (await client.connection.sendRequest(CompletionRequest.type, start)) as unknown[];
  assert.deepEqual(one, {
    label: 'one',
    kind: 14,
    textEdit: { range: { start: start.position, end: start.position }, newText: 'onex' },
  });
  const hover = await client.connection.sendRequest(HoverRequest.type, start);
  assert.deepEqual(hover?.contents, { kind: 'plaintext', value: '**bold**' });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, start), { uri, range });
  const renamed = await client.connection.sendRequest(RenameRequest.type, { ...start, newName: 'b' });
  assert.equal(renamed?.changes?.[uri]?.length, 2);
});

test('fixes are offered where their finding is, the first as the preferred one, for this version only', async () => {
  await using client = await connectTo([shout()]);
  const { change } = await client.open('a', file);
  await change({ text: 'a!b!' });
  const ask = (character: number, only?: string[]) => {
    const position = { line: 0, character };
    return client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only && { only }) },
    });
  };
  const edit = (...columns: number[]) => {
    const edits = columns.map((character) => ({
      range: { start: { line: 0, character }, end: { line: 0, character: character + 1 } },
      newText: '.',
    }));
    return { documentChanges: [{ textDocument: { uri, version: 2 }, edits }] };
  };
  const [quickFix, ...rest] = (await ask(1, ['quickfix'])) ?? [];
  assert.deepEqual(rest, []);
  assert(quickFix !== undefined && 'diagnostics' in quickFix);
  const { diagnostics, ...action } = quickFix;
  assert.equal(diagnostics?.[0]?.code, 'Loud');
  assert.deepEqual(action, { title: 'Calm down', kind: 'quickfix', isPreferred: true, edit: edit(1) });
  const fixAll = { title: 'Fix all that is safe to fix', kind: 'source.fixAll.gantry', edit: edit(1, 3) };
  for (const kind of ['source', 'source.fixAll', 'source.fixAll.gantry'])
    assert.deepEqual(await ask(0, [kind]), [fixAll]);
  assert.deepEqual(await ask(1), [quickFix, fixAll]);
  assert.deepEqual(await ask(0), []);
  assert.deepEqual(await ask(1, ['source.fixAll.other', 'refactor', 'quick']), []);
});

test('completion is asked only for a trigger of the document’s own language, and fits the document', async () => {
  await using client = await connectTo(
    [shout(full), shout({ languageIds: ['dot'], completionTriggers: [':'] })],
    {
      initializationOptions: { commands: ['editor.action.triggerSuggest'] },
    },
  );
  const { at } = await client.open('ab\r\n', file);
  const ask = (triggerCharacter: string) =>
    client.connection.sendRequest(CompletionRequest.type, {
      ...at({ line: 0, character: 2 }),
      context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter },
    });
  const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } };
  assert.deepEqual(await ask('.'), [
    {
      label: 'one',
      kind: 14,
      textEdit: { range: { start: { line: 0, character: 0 }, end: range.end }, newText: 'one${1:x}' },
      insertTextFormat: 2,
    },
    {
      label: 'two',
      kind: 9,
      textEdit: { range, newText: 'a\r\nb' },
      command: { title: 'Suggest', command: 'editor.action.triggerSuggest' },
    },
  ]);
  assert.equal(await ask(':'), null);
});

test('images come from a client that has said it answers, and from no other', async () => {
  const language = shout({
    completion: async (_, offset, { images }, signal) =>
      (await images(signal)).map((label) => ({
        label,
        kind: 'image',
        edit: { span: { start: offset, end: offset }, newText: label },
      })),
  });
  let asked = 0;
  const ask = async (initializationOptions: unknown) => {
    await using client = await connectTo([language], {
      initializationOptions,
      prepare: (connection) =>
        connection.onRequest('gantry/images', () => {
          asked++;
          return ['nginx:1'];
        }),
    });
    const { at } = await client.open('', file);
    const items = await client.connection.sendRequest(CompletionRequest.type, at({ line: 0, character: 0 }));
    return (items as { label: string }[]).map(({ label }) => label);
  };
  assert.deepEqual(await ask({ images: true }), ['nginx:1']);
  for (const options of [undefined, null, 'images', [], { images: 'yes', commands: 7 }])
    assert.deepEqual(await ask(options), []);
  assert.equal(asked, 1);
});

test('cancelling a completion reaches the language', async () => {
  const { promise: started, resolve: start } = Promise.withResolvers<void>();
  const { promise: aborted, resolve: abort } = Promise.withResolvers<void>();
  const language = shout({
    async completion(_document, _offset, _surroundings, signal) {
      signal.addEventListener('abort', () => abort());
      start();
      await aborted;
      return [];
    },
  });
  await using client = await connectTo([language]);
  const { at } = await client.open('', file);
  const cancellation = new CancellationTokenSource();
  const answer = client.connection.sendRequest(
    CompletionRequest.type,
    at({ line: 0, character: 0 }),
    cancellation.token,
  );
  await started;
  cancellation.cancel();
  await aborted;
  await answer;
});

test('outline, hover and lenses are converted', async () => {
  await using client = await connectTo([shout(full)], { initializationOptions: { commands: ['known'] } });
  const { at } = await client.open('x\n🐳y', file);
  const textDocument = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 3 } };
  assert.deepEqual(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), [
    {
      name: 'all',
      detail: 'd',
      kind: 3,
      range,
      selectionRange: { start: range.start, end: { line: 0, character: 1 } },
      children: [{ name: '…', kind: 5, range, selectionRange: range, children: [] }],
    },
  ]);
  assert.deepEqual(await client.connection.sendRequest(HoverRequest.type, at({ line: 1, character: 2 })), {
    contents: { kind: 'markdown', value: '**bold**' },
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } },
  });
  assert.deepEqual(await client.connection.sendRequest(CodeLensRequest.type, { textDocument }), [
    {
      range: { start: range.start, end: range.start },
      command: { title: 'known', command: 'known', arguments: [{ uri }] },
    },
  ]);
});

test('definition, references, highlights and rename are one symbol’s', async () => {
  await using client = await connectTo([shout(full)]);
  const { at, change } = await client.open('aa\naa a', file);
  const place = at({ line: 1, character: 1 });
  const [declared, used, last] = [
    { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } },
    { start: { line: 1, character: 0 }, end: { line: 1, character: 2 } },
    { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } },
  ];
  const { connection } = client;
  assert.deepEqual(await connection.sendRequest(DefinitionRequest.type, place), [
    { originSelectionRange: used, targetUri: uri, targetRange: declared, targetSelectionRange: declared },
  ]);
  const references = (includeDeclaration: boolean) =>
    connection.sendRequest(ReferencesRequest.type, { ...place, context: { includeDeclaration } });
  assert.deepEqual(
    await references(false),
    [used, last].map((range) => ({ uri, range })),
  );
  assert.deepEqual(
    await references(true),
    [declared, used, last].map((range) => ({ uri, range })),
  );
  assert.deepEqual(await connection.sendRequest(DocumentHighlightRequest.type, place), [
    { range: declared, kind: 3 },
    { range: used, kind: 2 },
    { range: last, kind: 2 },
  ]);
  assert.deepEqual(await connection.sendRequest(PrepareRenameRequest.type, place), {
    range: used,
    placeholder: 'aa',
  });
  const rename = (newName: string) => connection.sendRequest(RenameRequest.type, { ...place, newName });
  assert.deepEqual(await rename('b'), {
    documentChanges: [
      {
        textDocument: { uri, version: 1 },
        edits: [declared, used, last].map((range) => ({ range, newText: 'b' })),
      },
    ],
  });
  await assert.rejects(rename('bad'), { code: -32803, message: 'That is a bad name.' });
  await assert.rejects(rename('two words'), { message: /no white space/ });
  await assert.rejects(rename(''), { message: /at least one character/ });
  await change({ text: '?a' });
  const undeclared = at({ line: 0, character: 1 });
  assert.equal(await connection.sendRequest(DefinitionRequest.type, undeclared), null);
  assert.equal(await connection.sendRequest(PrepareRenameRequest.type, undeclared), null);
  assert.equal(await connection.sendRequest(RenameRequest.type, { ...undeclared, newName: 'b' }), null);
});

test('a document that nobody serves is answered with nothing', async () => {
  await using client = await connectTo([shout(full)]);
  const other = await client.open('a: !', { uri: 'file:///a.yaml', languageId: 'yaml' });
  assert.deepEqual(await other.diagnostics(), []);
  assert.equal(
    await client.connection.sendRequest(HoverRequest.type, other.at({ line: 0, character: 0 })),
    null,
  );
  const closed = { textDocument: { uri: 'file:///closed.shout' }, position: { line: 0, character: 0 } };
  assert.equal(await client.connection.sendRequest(HoverRequest.type, closed), null);
  assert.equal(await client.connection.sendRequest(CompletionRequest.type, closed), null);
});

test('a feature that throws is answered with an error and logged; the server lives on', async () => {
  await using client = await connectTo([
    shout({
      hover() {
        throw new Error('hover is broken');
      },
    }),
  ]);
  const { at, diagnostics } = await client.open('!', file);
  await assert.rejects(client.connection.sendRequest(HoverRequest.type, at({ line: 0, character: 0 })), {
    code: -32603,
    message: /hover is broken/,
  });
  await client.logged('hover is broken');
  assert.equal((await diagnostics()).length, 1);
});

test('a malformed notification is logged and changes nothing', async () => {
  await using client = await connectTo([shout()]);
  const { diagnostics } = await client.open('!', file);
  await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 } });
  await client.connection.sendNotification('textDocument/didOpen', {});
  await client.logged('textDocument/didOpen');
  assert.equal((await diagnostics()).length, 1);
});
