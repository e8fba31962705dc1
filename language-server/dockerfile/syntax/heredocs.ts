import type { Span } from '../../text/span.ts';
import { type LogicalLine, spanOf, type Word, wordOf } from './logicalLine.ts';
import { lineAt } from './scan.ts';
import { type ShellPart, shellWord } from './shellWord.ts';
import { isSpace } from './spaces.ts';
import type { Heredoc } from './tree.ts';

/** A here-document that a line opens; its body is still to be read. */
export type OpenedHeredoc = Pick<Heredoc, 'opener' | 'name' | 'nameSpan' | 'chomp' | 'expand'>;

/** The here-documents that a line opens. */
export function openedHeredocs(line: LogicalLine): readonly OpenedHeredoc[] {
  const opened: OpenedHeredoc[] = [];
  for (const word of shellWords(line)) {
    const [opening, dash = ''] = /^\d*<<(-?)/.exec(word.text) ?? [];
    const name = opening === undefined ? '' : word.text.slice(opening.length).replace(/^[\t\n\f\r ]+/, '');
    if (name === '' || name.includes('<')) continue;
    const nameStart = word.at + word.text.length - name.length;
    const nameSpan = spanOf(line, nameStart, nameStart + name.length);
    const { parts, error } = shellWord(name, { escapeToken: '\\' });
    const plain = asWritten(parts, name);
    if (error !== undefined || !isOneWord(plain, name)) continue;
    opened.push({
      opener: word,
      name: plain,
      nameSpan,
      chomp: dash !== '',
      expand: count(plain, /["']/g) === count(withQuotes(name), /["']/g),
    });
  }
  return opened;
}

/** Reads the bodies of the here-documents, one behind the other, from the line that starts at `start`. */
export function readBodies(
  text: string,
  start: number,
  opened: readonly OpenedHeredoc[],
): { readonly heredocs: readonly Heredoc[]; readonly end: number; readonly next: number } {
  const heredocs: Heredoc[] = [];
  let next = start;
  let end = start;
  for (const heredoc of opened) {
    const bodyStart = next;
    let terminator: Span | undefined;
    while (terminator === undefined && next < text.length) {
      const line = lineAt(text, next);
      let at = line.start;
      while (heredoc.chomp && text.charCodeAt(at) === 9 && at < line.end) at++;
      const ends = line.end - at === heredoc.name.length && text.startsWith(heredoc.name, at);
      if (ends) terminator = { start: at, end: line.end };
      next = line.next;
    }
    const body = {
      start: bodyStart,
      end: terminator === undefined ? next : lineStart(text, terminator.start, bodyStart),
    };
    heredocs.push(terminator === undefined ? { ...heredoc, body } : { ...heredoc, body, terminator });
    end = terminator?.end ?? next;
  }
  return { heredocs, end, next };
}

function lineStart(text: string, offset: number, atLeast: number): number {
  let at = offset;
  while (at > atLeast && text.charCodeAt(at - 1) === 9) at--;
  return at;
}

/**
 * The words of a line as BuildKit's shell lexer splits it, quotes and all; none where it can't be split. `<<` takes
 * along the white space behind it.
 */
function shellWords(line: LogicalLine): readonly Word[] {
  const { text } = line;
  if (shellWord(text, { escapeToken: '\\' }).error !== undefined) return [];
  const words: Word[] = [];
  let start: number | undefined;
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charCodeAt(at))) {
      if (start !== undefined) words.push(wordOf(line, start, at));
      start = undefined;
      at++;
      continue;
    }
    start ??= at;
    at = behindUnit(text, at);
  }
  if (start !== undefined) words.push(wordOf(line, start, text.length));
  return words;
}

/** Behind the quoted text, variable, escaped character or character at `at`. The text is well-formed. */
function behindUnit(text: string, at: number): number {
  const char = text.charAt(at);
  if (char === "'") return text.indexOf("'", at + 1) + 1;
  if (char === '"') return behindDoubleQuotes(text, at);
  if (char === '\\') return Math.min(at + 2, text.length);
  if (text.startsWith('${', at)) return behindBraces(text, at);
  if (!text.startsWith('<<', at)) return at + 1;
  let end = at + 2;
  while (end < text.length && isSpace(text.charCodeAt(end))) end++;
  return end;
}

function behindDoubleQuotes(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\') at += 2;
    else at = text.startsWith('${', at) ? behindBraces(text, at) : at + 1;
  }
  return at + 1;
}

function behindBraces(text: string, open: number): number {
  let at = open + 2;
  let depth = 1;
  for (; at < text.length && depth > 0; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith('${', at)) depth++;
    else if (text[at] === '}') depth--;
  }
  return at;
}

/** Variables in a name stay as they are written. */
function asWritten(parts: readonly ShellPart[], word: string): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : word.slice(part.start, part.end))).join('');
}

/** Whether a name is one word: white space in it is quoted or escaped. */
function isOneWord(plain: string, written: string): boolean {
  if (plain === '') return false;
  const outside = written.replace(/\\.|'[^']*'|"(?:\\.|[^"\\])*"/gs, '');
  return !/\s/.test(outside.trim());
}

/** What of a name the lexer leaves when it keeps quotes: escapes go, quotes stay. */
function withQuotes(name: string): string {
  return name.replace(/'[^']*'|"(?:\\.|[^"\\])*"|\\(.)/gs, (all, escaped?: string) => escaped ?? all);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
