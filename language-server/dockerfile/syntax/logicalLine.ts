import type { Span } from '../../text/span.ts';

/**
 * What an instruction is to BuildKit: one line of text, put together from the lines that continuations join, without
 * the escape characters at their ends and the comments and empty lines among them. It knows where each part stands in
 * the source, so that a word may span continuations.
 */
export interface LogicalLine {
  readonly text: string;
  /** Where in `text` each part starts, ascending; the first is 0. */
  readonly starts: readonly number[];
  /** Where in the source each part starts. */
  readonly sources: readonly number[];
}

/** A piece of a logical line. */
export interface Word {
  /** As it counts: where quotes do not belong to the value (in flags and JSON strings), without them. */
  readonly text: string;
  /** Where it stands in the source, with its quotes and with what lies inside it: continuations, comments. */
  readonly span: Span;
  /** Offset of its first character in the logical line. */
  readonly at: number;
  /** Where `text` is not what is written: the offset of each of its characters in the logical line, and the end. */
  readonly offsets?: readonly number[];
}

/** The word that `line.text.slice(start, end)` is. */
export function wordOf(line: LogicalLine, start: number, end: number): Word {
  return { text: line.text.slice(start, end), span: spanOf(line, start, end), at: start };
}

/** Where `line.text.slice(start, end)` stands in the source. */
export function spanOf(line: LogicalLine, start: number, end: number): Span {
  if (line.starts.length === 1) {
    const source = line.sources[0] ?? 0;
    return { start: source + start, end: source + end };
  }
  const from = sourceAt(line, start);
  return { start: from, end: end > start ? sourceAt(line, end - 1) + 1 : from };
}

/** Where `word.text.slice(start, end)` stands in the source. */
export function spanIn(line: LogicalLine, { at, offsets }: Word, start: number, end: number): Span {
  if (offsets === undefined) return spanOf(line, at + start, at + end);
  const from = offsets[start] ?? at;
  if (end <= start) return spanOf(line, from, from);
  const last = offsets[end - 1] ?? at;
  // Only an escape takes more than its place; what else lies before the next character is a quote, and not of the word.
  return spanOf(line, from, line.text[last] === '\\' ? (offsets[end] ?? last + 1) : last + 1);
}

/** The word that a part of a word is. */
export function wordIn(line: LogicalLine, word: Word, start: number, end: number): Word {
  const text = word.text.slice(start, end);
  const span = spanIn(line, word, start, end);
  const { at, offsets } = word;
  return offsets === undefined
    ? { text, span, at: at + start }
    : { text, span, at: offsets[start] ?? at, offsets: offsets.slice(start, end + 1) };
}

/** Where the character at an offset of the logical line stands in the source. */
export function sourceAt({ starts, sources }: LogicalLine, offset: number): number {
  const part = lastAtMost(starts, offset);
  return (sources[part] ?? 0) + offset - (starts[part] ?? 0);
}

/** The offset in the logical line that a cursor in the source stands at: in what the line leaves out, the next one. */
export function offsetIn({ text, starts, sources }: LogicalLine, source: number): number {
  const part = lastAtMost(sources, source);
  const offset = (starts[part] ?? 0) + source - (sources[part] ?? 0);
  return Math.max(0, Math.min(offset, starts[part + 1] ?? text.length));
}

function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
