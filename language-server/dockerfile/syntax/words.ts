import { type LogicalLine, type Word, wordOf } from './logicalLine.ts';
import { isSeparator, isSpace } from './spaces.ts';
import type { Escape } from './tree.ts';

/** Splits `line.text[start, end)` at white space. Quotes mean nothing: that is how FROM, COPY, EXPOSE… are read. */
export function separatedWords(line: LogicalLine, start: number, end: number): readonly Word[] {
  const words: Word[] = [];
  const { text } = line;
  for (let at = start; at < end; at++) {
    if (isSeparator(text.charCodeAt(at))) continue;
    const wordStart = at;
    while (at < end && !isSeparator(text.charCodeAt(at))) at++;
    words.push(wordOf(line, wordStart, at));
  }
  return words;
}

/**
 * Splits `line.text[start, end)` at white space that is neither quoted nor escaped. The words keep their quotes: that is
 * how ENV, LABEL and ARG are read.
 */
export function quotedWords(
  line: LogicalLine,
  start: number,
  end: number,
  escapeToken: Escape,
): readonly Word[] {
  const words: Word[] = [];
  const { text } = line;
  let at = start;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const wordStart = at;
    at = endOfQuotedWord(text, at, end, escapeToken);
    // An escape that nothing follows does not count.
    const wordEnd = at === end && endsInEscape(text, wordStart, end, escapeToken) ? end - 1 : at;
    if (wordEnd > wordStart) words.push(wordOf(line, wordStart, wordEnd));
  }
  return words;
}

function endOfQuotedWord(text: string, start: number, end: number, escapeToken: Escape): number {
  let quote = '';
  let at = start;
  for (; at < end; at++) {
    const char = text.charAt(at);
    if (quote === '' && isSpace(text.charCodeAt(at))) return at;
    if (char === escapeToken && quote !== "'") at++;
    else if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
  }
  return Math.min(at, end);
}

/** Whether the last character is an escape that is not itself escaped. */
function endsInEscape(text: string, start: number, end: number, escapeToken: Escape): boolean {
  let at = end;
  while (at > start && text[at - 1] === escapeToken) at--;
  return (end - at) % 2 === 1;
}
