import {
  type CodeLens,
  type CodeLensParams,
  CodeLensRequest,
  type CompletionItem,
  type CompletionParams,
  CompletionRequest,
  CompletionTriggerKind,
  type DocumentSymbol,
  type DocumentSymbolParams,
  DocumentSymbolRequest,
  type Hover,
  type HoverParams,
  HoverRequest,
} from 'vscode-languageserver/node';
import { codeActions } from './codeActions.ts';
import { codeLensOf, completionItemOf, markupOf, rangeOf, symbolOf } from './conversion.ts';
import { diagnostics } from './diagnostics.ts';
import { type Feature, feature, offsetIn } from './feature.ts';
import { definition, documentHighlight, prepareRename, references, rename } from './symbols.ts';

const completion = feature<CompletionParams, readonly CompletionItem[] | undefined>({
  method: CompletionRequest.method,
  offeredBy: ({ completion }) => completion !== undefined,
  capabilities: (languages) => ({
    completionProvider: {
      triggerCharacters: [
        ...new Set(languages.flatMap(({ completionTriggers }) => completionTriggers ?? [])),
      ],
    },
  }),
  async answer({ position, context: asked }, context) {
    const { language, document } = context.open;
    const trigger =
      asked?.triggerKind === CompletionTriggerKind.TriggerCharacter ? asked.triggerCharacter : undefined;
    if (trigger !== undefined && !language.completionTriggers?.includes(trigger)) return undefined;
    const offset = offsetIn(context, position);
    const items = await language.completion?.(document, offset, context.surroundings, context.signal);
    return items?.map((item) => completionItemOf(document, item, context.client));
  },
});

const hover = feature<HoverParams, Hover | undefined>({
  method: HoverRequest.method,
  offeredBy: ({ hover }) => hover !== undefined,
  capabilities: () => ({ hoverProvider: true }),
  answer({ position }, context) {
    const { language, document } = context.open;
    const found = language.hover?.(document, offsetIn(context, position));
    if (found === undefined) return undefined;
    return { contents: markupOf(found.contents, context.client), range: rangeOf(document.lines, found.span) };
  },
});

const documentSymbol = feature<DocumentSymbolParams, readonly DocumentSymbol[] | undefined>({
  method: DocumentSymbolRequest.method,
  offeredBy: ({ symbols }) => symbols !== undefined,
  capabilities: () => ({ documentSymbolProvider: true }),
  answer: (_, { open: { language, document } }) =>
    language.symbols?.(document).map((symbol) => symbolOf(document.lines, symbol)),
});

const codeLens = feature<CodeLensParams, readonly CodeLens[] | undefined>({
  method: CodeLensRequest.method,
  offeredBy: ({ codeLenses }, { commands }) => codeLenses !== undefined && commands.size > 0,
  capabilities: () => ({ codeLensProvider: {} }),
  answer: (_, { open: { language, document }, client }) =>
    language
      .codeLenses?.(document)
      .filter(({ command }) => client.commands.has(command))
      .map((lens) => codeLensOf(document.lines, lens)),
});

/** All that the server can be asked about a document. */
export const features: readonly Feature[] = [
  diagnostics,
  codeActions,
  completion,
  hover,
  documentSymbol,
  codeLens,
  definition,
  references,
  documentHighlight,
  prepareRename,
  rename,
];
