import type { InitializeParams } from 'vscode-languageserver/node';
import type { InitializationOptions } from './requests.ts';

/** What the client can do, as far as an answer depends on it. */
export interface Client {
  /** Asks for diagnostics itself (`textDocument/diagnostic`), so that none are pushed. */
  readonly pullsDiagnostics: boolean;
  /** Can be told that diagnostics it has pulled are out of date. */
  readonly refreshesDiagnostics: boolean;
  /** Tells of changes of files that the server asks it to watch. */
  readonly watchesFiles: boolean;
  readonly rendersMarkdown: boolean;
  readonly expandsSnippets: boolean;
  /** Takes edits that name the version they were made for, and refuses them for another. */
  readonly versionedEdits: boolean;
  /** Underlines the whole name that a definition belongs to. */
  readonly definitionLinks: boolean;
  readonly prepareRename: boolean;
  /** The two below come from the `InitializationOptions` in `requests.ts`. */
  readonly answersImages: boolean;
  readonly commands: ReadonlySet<string>;
}

/** Reads `initialize`; what is missing or malformed counts as not supported. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities ?? {};
  const options: { readonly [K in keyof InitializationOptions]: unknown } = record(initializationOptions);
  const commands: readonly unknown[] = Array.isArray(options.commands) ? options.commands : [];
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    rendersMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    expandsSnippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    definitionLinks: textDocument?.definition?.linkSupport ?? false,
    prepareRename: textDocument?.rename?.prepareSupport ?? false,
    answersImages: options.images === true,
    commands: new Set(commands.filter((command) => typeof command === 'string')),
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
