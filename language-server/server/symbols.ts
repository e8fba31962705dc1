import {
  type DefinitionParams,
  DefinitionRequest,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  DocumentHighlightRequest,
  type Location,
  type LocationLink,
  LSPErrorCodes,
  type PrepareRenameParams,
  PrepareRenameRequest,
  type Range,
  type ReferenceParams,
  ReferencesRequest,
  type RenameParams,
  RenameRequest,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { SymbolUses } from '../language.ts';
import { type Span, touches } from '../text/span.ts';
import { rangeOf, workspaceEditOf } from './conversion.ts';
import type { AnyLanguage } from './documents.ts';
import { type Context, feature, offsetIn } from './feature.ts';

/** The features that follow from a language's `symbolAt`. */
const offeredBy = ({ symbolAt }: AnyLanguage): boolean => symbolAt !== undefined;

export const definition = feature<DefinitionParams, Location | LocationLink[] | undefined>({
  method: DefinitionRequest.method,
  offeredBy,
  capabilities: () => ({ definitionProvider: true }),
  answer({ position }, context) {
    const { uri, lines } = context.open.document;
    const found = at(position, context);
    if (found?.symbol.declaration === undefined) return undefined;
    const range = rangeOf(lines, found.symbol.declaration);
    if (!context.client.definitionLinks) return { uri, range };
    const originSelectionRange = rangeOf(lines, found.use);
    return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
  },
});

export const references = feature<ReferenceParams, Location[] | undefined>({
  method: ReferencesRequest.method,
  offeredBy,
  capabilities: () => ({ referencesProvider: true }),
  answer({ position, context: { includeDeclaration } }, context) {
    const { uri, lines } = context.open.document;
    const symbol = at(position, context)?.symbol;
    return symbol?.uses
      .filter((use) => includeDeclaration || !isDeclaration(symbol, use))
      .map((use) => ({ uri, range: rangeOf(lines, use) }));
  },
});

export const documentHighlight = feature<DocumentHighlightParams, DocumentHighlight[] | undefined>({
  method: DocumentHighlightRequest.method,
  offeredBy,
  capabilities: () => ({ documentHighlightProvider: true }),
  answer({ position }, context) {
    const { lines } = context.open.document;
    const symbol = at(position, context)?.symbol;
    return symbol?.uses.map((use) => ({
      range: rangeOf(lines, use),
      kind: isDeclaration(symbol, use) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  },
});

export const prepareRename = feature<PrepareRenameParams, { range: Range; placeholder: string } | undefined>({
  method: PrepareRenameRequest.method,
  offeredBy: (language, client) => offeredBy(language) && client.prepareRename,
  capabilities: () => ({ renameProvider: { prepareProvider: true } }),
  answer({ position }, context) {
    const found = at(position, context);
    // What is declared elsewhere, such as a predefined argument, can't be renamed here.
    if (found?.symbol.declaration === undefined) return undefined;
    const { text, lines } = context.open.document;
    return { range: rangeOf(lines, found.use), placeholder: text.slice(found.use.start, found.use.end) };
  },
});

export const rename = feature<RenameParams, WorkspaceEdit | undefined>({
  method: RenameRequest.method,
  offeredBy,
  capabilities: (_, client) => ({ renameProvider: client.prepareRename ? { prepareProvider: true } : true }),
  answer({ position, newName }, context) {
    const { language, document } = context.open;
    const symbol = at(position, context)?.symbol;
    if (symbol?.declaration === undefined) return undefined;
    const problem = whiteSpaceIn(newName) ?? language.nameProblem?.(document, symbol, newName);
    if (problem !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, problem);
    const edits = symbol.uses.map((span) => ({ span, newText: newName }));
    return workspaceEditOf(context.open, edits, context.client);
  },
});

function at(
  position: TextDocumentPositionParams['position'],
  context: Context,
): { readonly symbol: SymbolUses; readonly use: Span } | undefined {
  const { language, document } = context.open;
  const offset = offsetIn(context, position);
  const symbol = language.symbolAt?.(document, offset);
  if (symbol === undefined) return undefined;
  const use = symbol.uses.find((span) => touches(span, offset)) ?? symbol.declaration;
  return use && { symbol, use };
}

function isDeclaration({ declaration }: SymbolUses, use: Span): boolean {
  return declaration?.start === use.start && declaration.end === use.end;
}

/** No name of any language here may be empty or have white space in it. */
function whiteSpaceIn(name: string): string | undefined {
  return /^$|[\s\p{Cc}]/u.test(name)
    ? 'A name must have at least one character and no white space.'
    : undefined;
}
