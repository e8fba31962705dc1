import type { Finding } from './lint/finding.ts';
import type { Rule } from './lint/rule.ts';
import type { TextEdit } from './text/edit.ts';
import type { Lines } from './text/lines.ts';
import type { Span } from './text/span.ts';

/** One version of an open document with its tree, made once and shared by all features. */
export interface Document<Tree> {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
  readonly tree: Tree;
}

export type CompletionKind =
  | 'keyword'
  | 'property'
  | 'value'
  | 'variable'
  | 'reference'
  | 'file'
  | 'folder'
  | 'snippet'
  | 'image';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Shown beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What is replaced, with what. */
  readonly edit: TextEdit;
  /** Whether `edit.newText` has `$1`, `${2:x}` placeholders. */
  readonly snippet?: boolean;
  readonly sortText?: string;
  readonly filterText?: string;
  readonly deprecated?: boolean;
  /** Opens the completion list again after it is accepted, as behind a key whose values are known. */
  readonly retrigger?: boolean;
}

export interface Hover {
  readonly span: Span;
  /** Markdown. */
  readonly contents: string;
}

export type SymbolKind =
  | 'stage'
  | 'instruction'
  | 'variable'
  | 'section'
  | 'service'
  | 'network'
  | 'volume'
  | 'secret'
  | 'config'
  | 'property';

export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  /** The part to select when it is chosen; lies in `span`. */
  readonly selectionSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** Commands that code lenses and completions name; the client carries them out. */
export const commands = {
  /** Arguments: `{ uri: string, target?: string }`: build the Dockerfile, up to a stage. */
  build: 'gantry.dockerfile.build',
  /** Arguments: `{ uri: string, services?: string[] }`: `docker compose up` of the file, or of some services. */
  composeUp: 'gantry.compose.up',
  /** VS Code's own: opens the completion list, as behind a key whose values are known. */
  triggerSuggest: 'editor.action.triggerSuggest',
} as const;

/** A command above a line. `command` and `arguments` are the client's; see `commands`. */
export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** Where a name is declared and each place that means the same; declarations are uses too. */
export interface SymbolUses {
  readonly name: string;
  readonly declaration?: Span;
  readonly uses: readonly Span[];
}

/** What a language may ask of the outside; each answer may be empty, and the language is right without it. */
export interface Surroundings {
  /** References of the images on the active host, such as `nginx:1.27`. */
  images(signal: AbortSignal): Promise<readonly string[]>;
  /** Names in the folder that `path` names relative to the document's own; folders end in `/`. */
  list(uri: string, path: string, signal: AbortSignal): Promise<readonly string[]>;
}

/**
 * A language as the server sees it: a parser that never fails and pure features over its tree. The server's
 * capabilities follow from which features are there.
 */
export interface Language<Tree> {
  readonly id: string;
  /** The editors' language ids that it serves. */
  readonly languageIds: readonly string[];
  /** Whether a document of unknown language id is its, by the last segment of its path. */
  matches(fileName: string): boolean;
  /**
   * Never throws; every node has a span. `fileName` is the last segment of the document's path, which may choose a
   * dialect; `previous` is the tree of an earlier version, whose unchanged parts may be used again.
   */
  parse(text: string, fileName?: string, previous?: Tree): Tree;
  /** What is wrong by the grammar, before any rule. */
  syntaxErrors(tree: Tree): Iterable<Finding>;
  readonly rules: readonly Rule<Tree>[];
  /** Names of files with settings, of which the first counts that is in the document's folder or the nearest above. */
  readonly settingsFiles?: readonly string[];
  /** The language as the text of such a file would have it: other rules, other pragmas. Never throws. */
  withSettings?(text: string): Language<Tree>;
  /** Filters and changes findings by what the file itself says (`# check=skip=…`). */
  pragmas?(tree: Tree, findings: readonly Finding[]): readonly Finding[];
  readonly completionTriggers?: readonly string[];
  completion?(
    document: Document<Tree>,
    offset: number,
    surroundings: Surroundings,
    signal: AbortSignal,
  ): Promise<readonly CompletionItem[]> | readonly CompletionItem[];
  hover?(document: Document<Tree>, offset: number): Hover | undefined;
  symbols?(document: Document<Tree>): readonly DocumentSymbol[];
  codeLenses?(document: Document<Tree>): readonly CodeLens[];
  /** Definition, references, highlights and rename all follow from this one function. */
  symbolAt?(document: Document<Tree>, offset: number): SymbolUses | undefined;
  /** Why `symbol` can't be called `name`, in words for a person; nothing when it can. */
  nameProblem?(document: Document<Tree>, symbol: SymbolUses, name: string): string | undefined;
}
