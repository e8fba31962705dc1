import {
  type CancellationToken,
  type Connection,
  type Position,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver/node';
import type { Surroundings } from '../language.ts';
import type { Finding } from '../lint/finding.ts';
import { offsetOf } from './changes.ts';
import type { Client } from './client.ts';
import type { AnyLanguage, OpenDocument } from './documents.ts';

/** What a request is answered from. */
export interface Context {
  readonly open: OpenDocument;
  readonly client: Client;
  readonly surroundings: Surroundings;
  /** Settles when the settings files that the findings depend on have been read; answers a name for what they say. */
  settings(): Promise<string>;
  /** All findings of the open version; found once. */
  findings(): readonly Finding[];
  /** The document as it is by now; another version than `open` when the client has changed it meanwhile. */
  current(): OpenDocument | undefined;
  readonly signal: AbortSignal;
}

/** One request of the protocol: who can answer it, how that is announced, and the answer. */
export interface FeatureSpec<Params extends { readonly textDocument: TextDocumentIdentifier }, Result> {
  readonly method: string;
  /** Whether the language, with this client, can answer it. */
  offeredBy(language: AnyLanguage, client: Client): boolean;
  /** Announced when one language offers it; `languages` are those that do. */
  capabilities(languages: readonly AnyLanguage[], client: Client): ServerCapabilities;
  answer(params: Params, context: Context): Result | Promise<Result>;
  /** The answer about a document that nobody serves; `null` unless given. */
  readonly otherwise?: Result;
}

/** A feature whose parameters only it knows. */
export interface Feature extends Pick<FeatureSpec<never, unknown>, 'offeredBy' | 'capabilities' | 'method'> {
  /** Answers the request from the context that `contextOf` makes; `null` where that is `undefined`. Logs what throws. */
  listen(
    connection: Connection,
    contextOf: (uri: string, token: CancellationToken) => Context | undefined,
    log: (error: unknown) => void,
  ): void;
}

export function feature<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
  spec: FeatureSpec<Params, Result>,
): Feature {
  return {
    method: spec.method,
    offeredBy: spec.offeredBy,
    capabilities: spec.capabilities,
    listen(connection, contextOf, log) {
      connection.onRequest(
        spec.method,
        async (params: Params, token: CancellationToken): Promise<unknown> => {
          const context = contextOf(params.textDocument.uri, token);
          const served = context !== undefined && spec.offeredBy(context.open.language, context.client);
          if (!served) return spec.otherwise ?? null;
          try {
            return (await spec.answer(params, context)) ?? null;
          } catch (error) {
            // The client gets the error as the answer; where it comes from is for the log.
            if (!(error instanceof ResponseError)) log(error);
            throw error;
          }
        },
      );
    },
  };
}

/** The offset that a request is about. */
export function offsetIn({ open }: Context, position: Position): number {
  return offsetOf(open.document.lines, position);
}
