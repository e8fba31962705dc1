import {
  type CancellationToken,
  type Connection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { Surroundings } from '../language.ts';
import type { Finding } from '../lint/finding.ts';
import { findings } from '../lint/run.ts';
import { type Client, clientOf } from './client.ts';
import { pushTo } from './diagnostics.ts';
import { type AnyLanguage, documentsOf, type OpenDocument } from './documents.ts';
import type { Context } from './feature.ts';
import { features } from './features.ts';
import { list } from './files.ts';
import { imagesFrom } from './images.ts';
import { imagesRequest } from './requests.ts';
import { type Settings, settingsFrom } from './settings.ts';
import { nearestSettings } from './settingsFile.ts';
import { wordsOf } from './words.ts';

/** Serves `languages` to the client at the other end of `connection`, which is not listening yet. */
export function serve(connection: Connection, languages: readonly AnyLanguage[], version: string): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = clientOf(params);
    start(connection, languages, client);
    return {
      capabilities: capabilitiesOf(languages, client),
      serverInfo: { name: 'gantry-language-server', version },
    };
  });
  connection.listen();
}

/** What the server can do for the client: what one of the languages can. */
function capabilitiesOf(languages: readonly AnyLanguage[], client: Client): ServerCapabilities {
  const offered = features.map(({ offeredBy, capabilities }) => {
    const able = languages.filter((language) => offeredBy(language, client));
    return able.length > 0 ? capabilities(able, client) : {};
  });
  return Object.assign(
    {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    },
    ...offered,
  );
}

function start(connection: Connection, languages: readonly AnyLanguage[], client: Client): void {
  const documents = documentsOf(languages);
  const log = (error: unknown): void => connection.console.error(wordsOf(error));
  const settings = settingsFrom(nearestSettings);
  const findingsOf = oncePerDocument(settings, (language, { document }) =>
    findings(language, document.tree, log),
  );
  const surroundings: Surroundings = {
    images: client.answersImages ? imagesFrom(() => connection.sendRequest(imagesRequest)) : async () => [],
    list,
  };
  const push = pushTo({
    send: (params) => void connection.sendDiagnostics(params).catch(log),
    current: documents.get,
    settings: settings.ready,
    findings: findingsOf,
    failed: log,
  });
  const changed = ({ uri }: { uri: string }, served: boolean): void => {
    if (served && !client.pullsDiagnostics) push.changed(uri);
  };
  connection.onNotification(DidOpenTextDocumentNotification.type, (params) => {
    // Who opens a document again has it judged anew, where nobody tells of changed settings.
    if (!client.watchesFiles) settings.changed();
    changed(params.textDocument, documents.open(params));
  });
  connection.onNotification(DidChangeTextDocumentNotification.type, (params) =>
    changed(params.textDocument, documents.change(params)),
  );
  connection.onNotification(DidCloseTextDocumentNotification.type, (params) =>
    changed(params.textDocument, documents.close(params.textDocument.uri)),
  );
  const contextOf = (uri: string, token: CancellationToken): Context | undefined => {
    const open = documents.get(uri);
    if (open === undefined) return undefined;
    const current = (): OpenDocument | undefined => documents.get(uri);
    return {
      open,
      client,
      surroundings,
      current,
      signal: signalOf(token),
      settings: () => settings.ready(open),
      findings: () => findingsOf(open),
    };
  };
  for (const { listen } of features) listen(connection, contextOf, log);
  const settingsChanged = (): void => {
    settings.changed();
    if (!client.pullsDiagnostics) for (const uri of documents.uris()) push.changed(uri);
    else if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(log);
  };
  watchSettings(connection, languages, client, settingsChanged, log);
}

/** Has the client, where it can, watch the files that findings depend on. */
function watchSettings(
  connection: Connection,
  languages: readonly AnyLanguage[],
  client: Client,
  changed: () => void,
  log: (error: unknown) => void,
): void {
  const names = languages.flatMap(({ settingsFiles = [] }) => settingsFiles);
  if (!client.watchesFiles || names.length === 0) return;
  connection.onNotification(DidChangeWatchedFilesNotification.type, changed);
  connection.onInitialized(() => {
    const watchers = names.map((name) => ({ globPattern: `**/${name}` }));
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(log);
  });
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

function oncePerDocument(
  settings: Settings,
  find: (language: AnyLanguage, open: OpenDocument) => readonly Finding[],
): (open: OpenDocument) => readonly Finding[] {
  const found = new WeakMap<OpenDocument, { language: AnyLanguage; findings: readonly Finding[] }>();
  return (open) => {
    const language = settings.languageOf(open);
    const known = found.get(open);
    if (known?.language === language) return known.findings;
    const fresh = find(language, open);
    found.set(open, { language, findings: fresh });
    return fresh;
  };
}
