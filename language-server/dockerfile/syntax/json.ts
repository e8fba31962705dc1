import type { Span } from '../../text/span.ts';
import { type LogicalLine, spanOf, type Word } from './logicalLine.ts';
import { skipSpaces } from './spaces.ts';

/**
 * Reads `line.text[start, end)` as a JSON array of strings, the exec form. Nothing where it is no JSON array: BuildKit
 * takes it for the shell form then. `bad` where something in the array is no string, which BuildKit refuses.
 */
export function scanJson(
  line: LogicalLine,
  start: number,
  end: number,
): readonly Word[] | { readonly bad: Span } | undefined {
  const from = skipSpaces(line.text, start, end);
  if (from === end || line.text.charCodeAt(from) !== 91) return undefined;
  const text = line.text.slice(from, end);
  const values = parseArray(text);
  if (values === undefined) return undefined;
  if (!values.every((value) => typeof value === 'string')) return { bad: spanOf(line, from, end) };
  const elements: Word[] = [];
  let at = 0;
  for (const value of values) {
    const open = text.indexOf('"', at);
    const close = endOfString(text, open);
    elements.push(elementOf(line, value, from + open, from + close));
    at = close;
  }
  return elements;
}

function parseArray(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Offset behind the string's closing quote. */
function endOfString(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function elementOf(line: LogicalLine, text: string, open: number, end: number): Word {
  const span = spanOf(line, open, end);
  const raw = line.text.slice(open + 1, end - 1);
  return raw === text
    ? { text, span, at: open + 1 }
    : { text, span, at: open + 1, offsets: offsetsOf(raw, open + 1) };
}

/** Where each character of the string that `raw` writes stands. */
function offsetsOf(raw: string, start: number): readonly number[] {
  const offsets: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    offsets.push(start + at);
    if (raw[at] === '\\') at += raw[at + 1] === 'u' ? 5 : 1;
  }
  return [...offsets, start + raw.length];
}
