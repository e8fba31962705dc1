import {
  type CodeLens as ClientCodeLens,
  type CompletionItem as ClientCompletionItem,
  type DocumentSymbol as ClientDocumentSymbol,
  SymbolKind as ClientSymbolKind,
  type TextEdit as ClientTextEdit,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type {
  CodeLens,
  CompletionItem,
  CompletionKind,
  Document,
  DocumentSymbol,
  SymbolKind,
} from '../language.ts';
import type { Finding, Severity, Source } from '../lint/finding.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Client } from './client.ts';
import type { OpenDocument } from './documents.ts';
import { commands } from './requests.ts';
import { withoutPlaceholders } from './snippet.ts';

/** Who reports what is found by no other tool's rules, so that a person sees it. */
export const ownSource = 'gantry' satisfies Source;

export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function diagnosticOf({ uri, lines }: Document<unknown>, finding: Finding): Diagnostic {
  const {
    span,
    message,
    code,
    severity,
    source = ownSource,
    url,
    unnecessary,
    deprecated,
    related,
  } = finding;
  const tags = [
    ...(unnecessary ? [DiagnosticTag.Unnecessary] : []),
    ...(deprecated ? [DiagnosticTag.Deprecated] : []),
  ];
  return {
    range: rangeOf(lines, span),
    severity: severities[severity],
    code,
    source,
    message,
    ...(url === undefined ? {} : { codeDescription: { href: url } }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(related === undefined
      ? {}
      : {
          relatedInformation: related.map((place) => ({
            location: { uri, range: rangeOf(lines, place.span) },
            message: place.message,
          })),
        }),
  };
}

/** Line breaks become the document's own: not every client does it. */
function textEditOf({ text, lines }: Document<unknown>, { span, newText }: TextEdit): ClientTextEdit {
  const crlf = text.slice(lines.endOf(0), lines.startOf(1)).endsWith('\r\n');
  return { range: rangeOf(lines, span), newText: crlf ? newText.replace(/\r?\n/g, '\r\n') : newText };
}

/** An edit of one document that, where the client can, is for this version only. */
export function workspaceEditOf(
  { document, version }: OpenDocument,
  edits: readonly TextEdit[],
  client: Client,
): WorkspaceEdit {
  const { uri } = document;
  const changes = edits.map((edit) => textEditOf(document, edit));
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

export function completionItemOf(
  document: Document<unknown>,
  item: CompletionItem,
  client: Client,
): ClientCompletionItem {
  const { label, kind, detail, documentation, edit, snippet, sortText, filterText, deprecated, retrigger } =
    item;
  const expands = snippet === true && client.expandsSnippets;
  const newText = snippet === true && !expands ? withoutPlaceholders(edit.newText) : edit.newText;
  return {
    label,
    kind: completionKinds[kind],
    textEdit: textEditOf(document, { span: edit.span, newText }),
    ...(expands ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: markupOf(documentation, client) }),
    ...(sortText === undefined ? {} : { sortText }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(retrigger && client.commands.has(commands.triggerSuggest)
      ? { command: { title: 'Suggest', command: commands.triggerSuggest } }
      : {}),
  };
}

/** Markdown for clients that render it; the others get the same words, as plain text. */
export function markupOf(markdown: string, client: Client): MarkupContent {
  return { kind: client.rendersMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: markdown };
}

export function symbolOf(lines: Lines, symbol: DocumentSymbol): ClientDocumentSymbol {
  const { name, detail, kind, span, selectionSpan, children } = symbol;
  return {
    // An empty name makes VS Code refuse the whole outline.
    name: name === '' ? '…' : name,
    kind: symbolKinds[kind],
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, selectionSpan),
    ...(detail === undefined ? {} : { detail }),
    children: children.map((child) => symbolOf(lines, child)),
  };
}

export function codeLensOf(
  lines: Lines,
  { span, title, command, arguments: args }: CodeLens,
): ClientCodeLens {
  return { range: rangeOf(lines, span), command: { title, command, arguments: [...args] } };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  property: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  variable: CompletionItemKind.Variable,
  reference: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  snippet: CompletionItemKind.Snippet,
  image: CompletionItemKind.Module,
};

const symbolKinds: Readonly<Record<SymbolKind, ClientSymbolKind>> = {
  stage: ClientSymbolKind.Class,
  instruction: ClientSymbolKind.Function,
  variable: ClientSymbolKind.Variable,
  section: ClientSymbolKind.Namespace,
  service: ClientSymbolKind.Class,
  network: ClientSymbolKind.Interface,
  volume: ClientSymbolKind.File,
  secret: ClientSymbolKind.Key,
  config: ClientSymbolKind.Constant,
  property: ClientSymbolKind.Property,
};
