import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  ProposedFeatures,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import type { AnyLanguage } from '../../language-server/server/documents.ts';
import { serve } from '../../language-server/server/server.ts';

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** The program to start, where it is not the language server itself. */
  readonly main?: string;
  /** Called before the handshake, to answer what the server may ask. */
  prepare?(connection: ProtocolConnection): void;
}

/** An editor in small, at the other end of a server's pipes. */
export interface TestClient extends AsyncDisposable {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server logged so far. */
  readonly log: readonly string[];
  /** Settles when a line that has `text` in it is logged. */
  logged(text: string): Promise<void>;
  open(text: string, options?: { uri?: string; languageId?: string }): Promise<OpenFile>;
  /** The next diagnostics pushed for the document; those that came since the last call count. */
  pushed(uri: string): Promise<PublishDiagnosticsParams>;
}

/** A document that the client has open. */
export interface OpenFile {
  readonly uri: string;
  change(...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(): Promise<void>;
  pull(previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(): Promise<readonly Diagnostic[]>;
  /** What requests about a place take. */
  at(position: Position): { readonly textDocument: { readonly uri: string }; readonly position: Position };
}

/** Capabilities of an editor that can do all that the server cares for. */
export const able: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

const languageServer = fileURLToPath(new URL('../../language-server/server/main.ts', import.meta.url));

export interface ServerProcess extends AsyncDisposable {
  readonly process: ChildProcess;
  readonly input: Writable;
  readonly output: Readable;
  readonly errors: Readable;
  /** Exit code; `null` when a signal ended it. */
  readonly exited: Promise<number | null>;
}

/** Starts the server as an editor does. */
export function spawnServer({
  main = languageServer,
  flags = ['--stdio'],
  ipc = false,
}: {
  main?: string;
  flags?: readonly string[];
  ipc?: boolean;
} = {}): ServerProcess {
  const child = spawn(process.execPath, [main, ...flags], {
    stdio: ['pipe', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
  });
  const exited = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  const { stdin, stdout, stderr } = child;
  assert(stdin !== null && stdout !== null && stderr !== null);
  return {
    process: child,
    input: stdin,
    output: stdout,
    errors: stderr,
    exited,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** A client of a server in a process of its own, over its standard input and output. */
export async function connect(options: ClientOptions = {}): Promise<TestClient & ServerProcess> {
  const server = spawnServer(options);
  // Why it could not start is for whoever reads the test's output.
  server.errors.pipe(process.stderr);
  const connection = createProtocolConnection(
    new StreamMessageReader(server.output),
    new StreamMessageWriter(server.input),
  );
  const client = await handshake(connection, options);
  return {
    ...server,
    ...client,
    async [Symbol.asyncDispose]() {
      connection.dispose();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** A client of a server in this process, for languages made up by a test. */
export async function connectTo(
  languages: readonly AnyLanguage[],
  options: ClientOptions = {},
): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  serve(server, languages, '1.2.3');
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const client = await handshake(connection, options);
  return {
    ...client,
    async [Symbol.asyncDispose]() {
      connection.dispose();
      server.dispose();
    },
  };
}

/** Starts listening, and initializes the server. */
export async function handshake(
  connection: ProtocolConnection,
  { capabilities = able, initializationOptions, prepare }: ClientOptions,
): Promise<Omit<TestClient, keyof AsyncDisposable>> {
  const closed = closing(connection);
  const log = logOf(connection, closed);
  const pushed = pushesTo(connection, closed);
  prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    initialized,
    ...log,
    pushed,
    async open(text, { uri = 'file:///project/Dockerfile', languageId = 'dockerfile' } = {}) {
      const textDocument = { uri, languageId, version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return openFile(connection, uri);
    },
  };
}

function openFile(connection: ProtocolConnection, uri: string): OpenFile {
  let version = 1;
  const pull = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  return {
    uri,
    change: (...contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: ++version },
        contentChanges,
      }),
    close: () =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    pull,
    async diagnostics() {
      const report = await pull();
      assert.equal(report.kind, 'full');
      return report.items;
    },
    at: (position) => ({ textDocument: { uri }, position }),
  };
}

/** Rejects when the server goes, as does what it has not answered: a test must not wait for one that is dead. */
function closing(connection: ProtocolConnection): Promise<never> {
  const closed = new Promise<never>((_, reject) => {
    connection.onClose(() => {
      connection.dispose();
      reject(new Error('The server has ended.'));
    });
  });
  // That it ends is no failure where nobody waits for it.
  closed.catch(() => undefined);
  return closed;
}

function logOf(connection: ProtocolConnection, closed: Promise<never>): Pick<TestClient, 'log' | 'logged'> {
  const log: string[] = [];
  const waiting = new Set<() => void>();
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    log.push(message);
    for (const look of waiting) look();
  });
  return {
    log,
    logged(text) {
      const logged = new Promise<void>((resolve) => {
        const look = (): void => {
          if (!log.some((line) => line.includes(text))) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
      return Promise.race([logged, closed]);
    },
  };
}

function pushesTo(connection: ProtocolConnection, closed: Promise<never>): TestClient['pushed'] {
  const arrived: PublishDiagnosticsParams[] = [];
  const waiting: { readonly uri: string; take(params: PublishDiagnosticsParams): void }[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const index = waiting.findIndex(({ uri }) => uri === params.uri);
    if (index === -1) arrived.push(params);
    else waiting.splice(index, 1)[0]?.take(params);
  });
  return (uri) => {
    const next = new Promise<PublishDiagnosticsParams>((take) => {
      const index = arrived.findIndex((params) => params.uri === uri);
      const [params] = index === -1 ? [] : arrived.splice(index, 1);
      if (params === undefined) waiting.push({ uri, take });
      else take(params);
    });
    return Promise.race([next, closed]);
  };
}
