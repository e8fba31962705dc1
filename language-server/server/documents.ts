import { randomUUID } from 'node:crypto';
import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams } from 'vscode-languageserver/node';
import type { Document, Language } from '../language.ts';
import { linesOf } from '../text/lines.ts';
import { applyChanges } from './changes.ts';

/** A language whose tree only the language itself looks into. */
export type AnyLanguage = Language<unknown>;

/** One version of a document that the client has open, with the language that serves it. */
export interface OpenDocument {
  readonly language: AnyLanguage;
  /** The client's number for this text. */
  readonly version: number;
  /** Names this text and no other: not the next version, nor one after the document was opened again. */
  readonly id: string;
  readonly document: Document<unknown>;
}

/** The documents that the client has open and that one of the languages serves. */
export interface Documents {
  get(uri: string): OpenDocument | undefined;
  /** The URIs of all. */
  uris(): Iterable<string>;
  /** Answers whether a language serves it; what none serves is not kept. */
  open(params: DidOpenTextDocumentParams): boolean;
  /** Answers whether the document is one of these. */
  change(params: DidChangeTextDocumentParams): boolean;
  close(uri: string): boolean;
}

export function documentsOf(languages: readonly AnyLanguage[]): Documents {
  const documents = new Map<string, { readonly open: OpenDocument; readonly last: LastTree }>();
  const session = randomUUID();
  let made = 0;
  const keep = (language: AnyLanguage, uri: string, version: number, text: string, last: LastTree): void => {
    const parse = (): unknown => {
      last.tree = language.parse(text, fileName(uri), last.tree);
      return last.tree;
    };
    const open = { language, version, id: `${session}-${made++}`, document: documentOf(parse, uri, text) };
    documents.set(uri, { open, last });
  };
  return {
    get: (uri) => documents.get(uri)?.open,
    uris: () => documents.keys(),
    open({ textDocument: { uri, languageId, version, text } }) {
      documents.delete(uri);
      const language = languageFor(languages, languageId, uri);
      if (language === undefined) return false;
      keep(language, uri, version, text, { tree: undefined });
      return true;
    },
    change({ textDocument: { uri, version }, contentChanges }) {
      const known = documents.get(uri);
      if (known === undefined) return false;
      const { language, document } = known.open;
      keep(language, uri, version, applyChanges(document.text, document.lines, contentChanges), known.last);
      return true;
    },
    close: (uri) => documents.delete(uri),
  };
}

/** The tree that was made last of a document since it was opened: the next version may use parts of it again. */
interface LastTree {
  tree: unknown;
}

/**
 * The language of an editor's id; for an id that is nobody's, such as `yaml` or `docker-compose`, the one that knows
 * the file's name. So other YAML has none.
 */
function languageFor(
  languages: readonly AnyLanguage[],
  languageId: string,
  uri: string,
): AnyLanguage | undefined {
  const name = fileName(uri);
  return (
    languages.find((language) => language.languageIds.includes(languageId)) ??
    languages.find((language) => language.matches(name))
  );
}

/** The last segment of a URI's path, with its escapes resolved: also of `git:` and `untitled:` ones. */
export function fileName(uri: string): string {
  const path = uri.replace(/[?#].*$/s, '');
  const segment = path.slice(Math.max(path.lastIndexOf('/'), path.indexOf(':')) + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function documentOf(parse: () => unknown, uri: string, text: string): Document<unknown> {
  const lines = once(() => linesOf(text));
  const tree = once(parse);
  return {
    uri,
    text,
    get lines() {
      return lines();
    },
    get tree() {
      return tree();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
