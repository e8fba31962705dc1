import type { Span } from '../../text/span.ts';
import type { LogicalLine } from './logicalLine.ts';
import { skipSpaces } from './spaces.ts';
import type { Escape, Trivia } from './tree.ts';

/** A line as BuildKit reads it: it ends at `\n` alone, and `\r` at its end does not count. */
export interface SourceLine {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** Start of the next line; the text's length on the last. */
  readonly next: number;
}

/** The line that starts at `start`. */
export function lineAt(text: string, start: number): SourceLine {
  const newline = text.indexOf('\n', start);
  const next = newline < 0 ? text.length : newline + 1;
  let end = newline < 0 ? text.length : newline;
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  return { start, end, next };
}

/** A logical line with what lies among its parts, and where it ends: the start of the line behind it. */
export interface ScannedLine {
  readonly line: LogicalLine;
  readonly span: Span;
  readonly trivia: readonly Trivia[];
  readonly next: number;
}

/** Shared by all the lines that nothing continues, which most are. */
const lineStart: readonly number[] = [0];
const none: readonly never[] = [];

/** Joins the line whose text starts at `start` with those that continue it. */
export function scanLogicalLine(text: string, start: number, escapeToken: Escape): ScannedLine {
  const first = lineAt(text, start);
  if (continuationAt(text, start, first.end, escapeToken) === undefined) {
    const line = { text: text.slice(start, first.end), starts: lineStart, sources: [start] };
    return { line, span: { start, end: first.end }, trivia: none, next: first.next };
  }
  const starts: number[] = [];
  const sources: number[] = [];
  const trivia: Trivia[] = [];
  const texts: string[] = [];
  let length = 0;
  let current = first;
  let contentStart = start;
  let goesOn = true;
  let end = start;
  for (;;) {
    const kind = starts.length === 0 ? 'text' : kindOf(text, current);
    if (kind === 'text') {
      const escapeAt = continuationAt(text, contentStart, current.end, escapeToken);
      const contentEnd = escapeAt ?? current.end;
      starts.push(length);
      sources.push(contentStart);
      texts.push(text.slice(contentStart, contentEnd));
      length += contentEnd - contentStart;
      goesOn = escapeAt !== undefined;
      if (goesOn) trivia.push({ kind: 'continuation', span: { start: contentEnd, end: current.next } });
      end = goesOn ? current.next : current.end;
    } else {
      trivia.push({ kind, span: { start: current.start, end: current.next } });
      end = current.next;
    }
    if (!goesOn || current.next >= text.length) break;
    current = lineAt(text, current.next);
    contentStart = current.start;
  }
  return {
    line: { text: texts.join(''), starts, sources },
    span: { start, end },
    trivia,
    next: current.next,
  };
}

function kindOf(text: string, { start, end }: SourceLine): 'text' | 'comment' | 'emptyLine' {
  const at = skipSpaces(text, start, end);
  if (at === end) return 'emptyLine';
  return text.charCodeAt(at) === 35 ? 'comment' : 'text';
}

/**
 * Where the escape character stands that makes the next line part of this one: the last in `text[start, end)` but for
 * blanks and tabs, and not itself escaped.
 */
function continuationAt(text: string, start: number, end: number, escapeToken: Escape): number | undefined {
  let at = end - 1;
  while (at >= start && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at--;
  if (at < start || text[at] !== escapeToken) return undefined;
  return at === start || text[at - 1] !== escapeToken ? at : undefined;
}
