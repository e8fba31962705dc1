import type { Span } from '../../text/span.ts';

/**
 * A file cut by its lines, before any parser has seen it: what is broken in one piece can't spoil the next, and a
 * piece that an edit left alone need not be parsed again.
 */
export interface CutDocument {
  readonly entries: readonly CutEntry[];
}

/** One top-level entry with all its lines; or the whole document where it can't be cut. */
export interface CutEntry {
  readonly span: Span;
  /** Of the section `services`: the line `services:`, and the lines of each service. */
  readonly services?: { readonly head: Span; readonly children: readonly Span[] };
}

interface Line extends Span {
  readonly text: string;
}

/** Cuts at the lines that start in column 0, and in `services` at those in the column of the first service. */
export function cut(text: string): readonly CutDocument[] {
  const documents: { entries: CutEntry[] }[] = [];
  for (const lines of documentsOf(text)) documents.push({ entries: entriesOf(lines) });
  return documents;
}

function* linesOf(text: string): Iterable<Line> {
  // A byte order mark is no part of the first line.
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    yield { start, end, text: text.slice(start, end) };
    start = end;
  }
}

function* documentsOf(text: string): Iterable<readonly Line[]> {
  let lines: Line[] = [];
  for (const line of linesOf(text)) {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line.text)) {
      yield lines;
      lines = [];
      const rest = line.text.slice(3);
      if (!isVoid(rest)) lines.push({ start: line.start + 3, end: line.end, text: rest });
    } else if (line.text.startsWith('%') && lines.every(({ text }) => isVoid(text))) {
      lines = [];
    } else {
      lines.push(line);
    }
  }
  yield lines;
}

/** Blank, or only a comment. */
function isVoid(text: string): boolean {
  return /^\s*(?:#.*)?\s*$/.test(text);
}

function entriesOf(lines: readonly Line[]): CutEntry[] {
  const first = lines.findIndex(({ text }) => !isVoid(text));
  const last = lines.at(-1);
  if (first === -1 || last === undefined) return [];
  const start = lines[first]?.start ?? 0;
  if (!/^["'\w<.]/.test(lines[first]?.text ?? '')) return [{ span: { start, end: last.end } }];
  const entries: CutEntry[] = [];
  let head = first;
  for (let i = first + 1; i <= lines.length; i++) {
    if (i < lines.length && !/^[^\s#\]}:,-]/.test(lines[i]?.text ?? '')) continue;
    entries.push(entryOf(lines.slice(head, i)));
    head = i;
  }
  return entries;
}

function entryOf(lines: readonly Line[]): CutEntry {
  const [head, ...rest] = lines;
  const span = { start: head?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  if (head === undefined || !/^(?:services|"services"|'services')\s*:?\s*(?:\s#.*)?$/.test(head.text))
    return { span };
  const firstChild = rest.find(({ text }) => !isVoid(text));
  const firstColumn = /^( +)["']?[\w.<$]/.exec(firstChild?.text ?? '')?.[1]?.length;
  if (firstChild === undefined || firstColumn === undefined) return { span };
  const children: Span[] = [];
  let column = firstColumn;
  for (const line of rest.slice(rest.indexOf(firstChild))) {
    const indent = /^( *)[^\s#\]}:,-]/.exec(line.text)?.[1]?.length;
    const current = children.at(-1);
    if (current === undefined || (indent !== undefined && indent <= column)) {
      children.push({ start: line.start, end: line.end });
      // A service that stands too far left still has its own lines behind it.
      column = Math.min(column, indent ?? column);
    } else {
      children[children.length - 1] = { start: current.start, end: line.end };
    }
  }
  return { span, services: { head: { start: head.start, end: firstChild.start }, children } };
}
