import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver/node';
import { typicalCompose, typicalDockerfile } from '../../bench/documents.ts';
import { languages } from '../../language-server/server/languages.ts';
import { commands } from '../../language-server/server/requests.ts';
import { connect, type OpenFile, type TestClient } from './client.ts';

const dockerfile = { languageId: 'dockerfile', uri: 'file:///project/Dockerfile' };
const compose = { languageId: 'dockercompose', uri: 'file:///project/compose.yaml' };
const initializationOptions = { images: true, commands: Object.values(commands) };

/** Asks all there is about a place; fails if one of the answers is an error. */
async function askAll(
  { connection }: TestClient,
  file: OpenFile,
  line: number,
  character: number,
): Promise<unknown[]> {
  const place = file.at({ line, character });
  const { textDocument, position } = place;
  const range = { start: position, end: position };
  return Promise.all([
    connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }),
    connection.sendRequest(CompletionRequest.type, place),
    connection.sendRequest(HoverRequest.type, place),
    connection.sendRequest(DefinitionRequest.type, place),
    connection.sendRequest(ReferencesRequest.type, { ...place, context: { includeDeclaration: true } }),
    connection.sendRequest(DocumentHighlightRequest.type, place),
    connection.sendRequest(PrepareRenameRequest.type, place),
    connection.sendRequest(RenameRequest.type, { ...place, newName: 'fresh' }),
    connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    connection.sendRequest(CodeLensRequest.type, { textDocument }),
    connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } }),
  ]);
}

test('capabilities are what the languages implement', async () => {
  await using client = await connect({ initializationOptions });
  const { capabilities } = client.initialized;
  const has = (feature: 'hover' | 'symbols' | 'codeLenses' | 'symbolAt' | 'completion'): boolean =>
    languages.some((language) => language[feature] !== undefined);
  assert.equal(languages.length, 2);
  assert.equal(capabilities.hoverProvider === true, has('hover'));
  assert.equal(capabilities.documentSymbolProvider === true, has('symbols'));
  assert.equal(capabilities.codeLensProvider !== undefined, has('codeLenses'));
  for (const provider of ['definitionProvider', 'referencesProvider', 'documentHighlightProvider'] as const) {
    assert.equal(capabilities[provider] === true, has('symbolAt'));
  }
  assert.equal(capabilities.renameProvider !== undefined, has('symbolAt'));
  assert.deepEqual(
    new Set(capabilities.completionProvider?.triggerCharacters),
    new Set(languages.flatMap(({ completionTriggers }) => completionTriggers ?? [])),
  );
});

for (const [name, options, text] of [
  ['Dockerfile', dockerfile, typicalDockerfile],
  ['Compose file', compose, typicalCompose.split('\n').slice(0, 30).join('\n')],
] as const) {
  test(`a ${name} typed letter by letter is answered at every letter, and nothing fails`, async () => {
    await using client = await connect({ initializationOptions });
    const file = await client.open('', options);
    let line = 0;
    let character = 0;
    for (const letter of text) {
      const position = { line, character };
      await file.change({ range: { start: position, end: position }, text: letter });
      if (letter === '\n') line++;
      character = letter === '\n' ? 0 : character + letter.length;
      await askAll(client, file, line, character);
    }
    assert.deepEqual(client.log, []);
  });

  test(`a ${name} is answered the same whether it came at once or in pieces`, async () => {
    await using client = await connect({ initializationOptions });
    const whole = await client.open(text, options);
    const expected = await askAll(client, whole, 5, 3);
    await whole.close();
    const pieces = await client.open('x\r\n\ty', options);
    const start = { line: 0, character: 0 };
    await pieces.change(
      { range: { start, end: { line: 99, character: 99 } }, text: 'removed\nagain' },
      { range: { start, end: { line: 1, character: 5 } }, text },
    );
    const got = await askAll(client, pieces, 5, 3);
    assert.deepEqual(withoutVersions(got), withoutVersions(expected));
  });

  test(`requests about a ${name} outside its text are answered`, async () => {
    await using client = await connect({ initializationOptions });
    const file = await client.open(text, options);
    for (const [line, character] of [
      [-1, -1],
      [0, 1e9],
      [1e9, 0],
      [2 ** 31 - 1, 2 ** 31 - 1],
    ] as const) {
      await askAll(client, file, line, character);
    }
    assert.deepEqual(client.log, []);
  });
}

/** What must not make a server fail, whatever it says to it. */
const hardTexts: readonly (readonly [string, string])[] = [
  ['empty', ''],
  ['a line of 1 MB', `RUN ${'x'.repeat(1_000_000)}`],
  ['2 MB of instructions', 'RUN apk add curl && echo $PATH\n'.repeat(65_000)],
  ['2 MB of services', `services:\n${'  a: { image: nginx }\n'.repeat(90_000)}`],
  ['binary', String.fromCharCode(...Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))],
  ['lone surrogates', 'FROM \ud83d AS \udc33\nkey: \ud83d'],
  ['CRLF', 'FROM alpine\r\nRUN a \\\r\n  b\r\nservices:\r\n  a:\r\n    image: b\r\n'],
  ['half-typed', 'FROM alpine AS\nRUN --mount=\nCOPY --from\nENV A=${'],
  ['half-typed YAML', 'services:\n  a:\n    image: ${\n    ports:\n      -\n  b: {'],
  ['tabs in YAML', 'services:\n\ta:\n\t\timage: b\n'],
  ['duplicate keys', 'services:\n  a: {}\n  a: {}\nservices: {}\n'],
  ['a list', '- services\n- a\n'],
  ['alias bomb', aliasBomb()],
  ['deep nesting', `${'['.repeat(5000)}\n${'{a: '.repeat(5000)}`],
  ['a cycle of anchors', 'services: &s\n  a: *s\n  b: &b { <<: *b }\n'],
];

for (const options of [dockerfile, compose]) {
  describe(`as a ${options.languageId}, in one life of the server,`, () => {
    let client: Awaited<ReturnType<typeof connect>>;
    before(async () => {
      client = await connect({ initializationOptions });
    });
    after(() => client[Symbol.asyncDispose]());
    for (const [name, text] of hardTexts) {
      test(`${name} is survived and logs nothing`, async () => {
        const file = await client.open(text, options);
        await askAll(client, file, 1, 3);
        const start = { line: 0, character: 0 };
        await file.change({ range: { start, end: start }, text: '# ' });
        await askAll(client, file, 0, 2);
        await file.close();
        assert.deepEqual(client.log, []);
      });
    }
  });
}

/** Ten levels of ten aliases each: ten thousand million nodes for who expands it. */
function aliasBomb(): string {
  const levels = Array.from(
    { length: 10 },
    (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
  );
  return ['l0: &l0 [a]', ...levels, 'services:', '  a:', '    command: *l10'].join('\n');
}

function withoutVersions(answers: unknown): string {
  return JSON.stringify(answers, (key, value) =>
    key === 'version' || key === 'resultId' ? undefined : value,
  );
}
