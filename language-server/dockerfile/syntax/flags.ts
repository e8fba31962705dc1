import type { Span } from '../../text/span.ts';
import { type LogicalLine, spanOf, type Word, wordIn, wordOf } from './logicalLine.ts';
import { isSpace, skipSpaces } from './spaces.ts';
import type { Flag } from './tree.ts';

/** The flags at the start of an instruction's arguments, and where the rest starts. */
export interface ScannedFlags {
  readonly flags: readonly Flag[];
  readonly endOfFlags?: Span;
  readonly next: number;
}

const none: readonly never[] = [];

/**
 * Reads the words in `line.text[start, end)` that start with `--`, up to the first that does not, or to `--` alone.
 * Quotes and `\` (whatever the escape directive says) are taken off them.
 */
export function scanFlags(line: LogicalLine, start: number, end: number): ScannedFlags {
  let at = skipSpaces(line.text, start, end);
  if (!line.text.startsWith('--', at)) return { flags: none, next: at };
  const flags: Flag[] = [];
  while (at + 1 < end && line.text.startsWith('--', at)) {
    const { word, next } = scanWord(line, at, end);
    if (word.text === '--') return { flags, endOfFlags: word.span, next };
    flags.push(flagOf(line, word));
    at = skipSpaces(line.text, next, end);
  }
  return { flags, next: at };
}

function flagOf(line: LogicalLine, word: Word): Flag {
  const equals = word.text.indexOf('=');
  const { length } = word.text;
  if (equals < 0) return { span: word.span, name: wordIn(line, word, 2, length) };
  return {
    span: word.span,
    name: wordIn(line, word, 2, equals),
    value: wordIn(line, word, equals + 1, length),
  };
}

function scanWord(line: LogicalLine, start: number, end: number): { word: Word; next: number } {
  const { text } = line;
  let next = start;
  while (next < end && !isSpace(text.charCodeAt(next)) && !/["'\\]/.test(text.charAt(next))) next++;
  const plain = next === end || isSpace(text.charCodeAt(next));
  return plain ? { word: wordOf(line, start, next), next } : scanQuotedWord(line, start, end);
}

function scanQuotedWord(line: LogicalLine, start: number, end: number): { word: Word; next: number } {
  const { text } = line;
  const offsets: number[] = [];
  let value = '';
  let quote = '';
  let at = start;
  for (; at < end; at++) {
    const char = text.charAt(at);
    if (quote === '' && isSpace(text.charCodeAt(at))) break;
    if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char !== '\\' || at + 1 < end) {
      if (char === '\\') at++;
      value += text.charAt(at);
      offsets.push(at);
    }
  }
  offsets.push(at);
  return { word: { text: value, span: spanOf(line, start, at), at: start, offsets }, next: at };
}
