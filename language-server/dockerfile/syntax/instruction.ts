import type { Span } from '../../text/span.ts';
import { scanFlags } from './flags.ts';
import { scanJson } from './json.ts';
import { type LogicalLine, type Word, wordIn, wordOf } from './logicalLine.ts';
import { isSeparator, isSpace, skipSpaces, trimEnd } from './spaces.ts';
import type { Arguments, Escape, Flag, Pair } from './tree.ts';
import { quotedWords, separatedWords } from './words.ts';

/** What a logical line says, before its here-documents are read. */
export interface ParsedLine {
  readonly keyword: Word;
  readonly name: string;
  readonly flags: readonly Flag[];
  readonly endOfFlags?: Span;
  readonly rest: Word;
  readonly arguments: Arguments | { readonly form: 'trigger'; readonly start: number };
}

/** Reads the instruction in `line.text.slice(start)`. Every text is one, if only an unknown one. */
export function parseLine(line: LogicalLine, start: number, escapeToken: Escape): ParsedLine {
  const { text } = line;
  const from = skipSpaces(text, start, text.length);
  const end = trimEnd(text, from, text.length);
  let keywordEnd = from;
  while (keywordEnd < end && !isSeparator(text.charCodeAt(keywordEnd))) keywordEnd++;
  const keyword = wordOf(line, from, keywordEnd);
  const name = keyword.text.toUpperCase();
  let flagsStart = keywordEnd;
  while (flagsStart < end && isSeparator(text.charCodeAt(flagsStart))) flagsStart++;
  const { next, ...flags } = scanFlags(line, flagsStart, end);
  const restStart = Math.min(skipSpaces(text, next, end), end);
  const rest = wordOf(line, restStart, end);
  const args = argumentsOf(name, line, restStart, end, escapeToken);
  return { keyword, name, ...flags, rest, arguments: args };
}

function argumentsOf(
  name: string,
  line: LogicalLine,
  start: number,
  end: number,
  escapeToken: Escape,
): ParsedLine['arguments'] {
  if (start === end) return { form: 'none' };
  switch (name) {
    case 'FROM':
    case 'EXPOSE':
      return { form: 'words', words: separatedWords(line, start, end) };
    case 'COPY':
    case 'ADD':
    case 'VOLUME':
      return jsonArguments(line, start, end) ?? { form: 'words', words: separatedWords(line, start, end) };
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
    case 'SHELL':
      return commandArguments(line, start, end);
    case 'ARG':
      return {
        form: 'pairs',
        pairs: pairsOf(line, quotedWords(line, start, end, escapeToken)),
        legacy: false,
      };
    case 'ENV':
    case 'LABEL':
      return keyValueArguments(line, start, end, escapeToken);
    case 'HEALTHCHECK':
      return healthcheckArguments(line, start, end);
    case 'ONBUILD':
      return { form: 'trigger', start };
    default:
      return { form: 'text', text: wordOf(line, start, end) };
  }
}

function commandArguments(line: LogicalLine, start: number, end: number): Arguments {
  if (start === end) return { form: 'none' };
  return jsonArguments(line, start, end) ?? { form: 'text', text: wordOf(line, start, end) };
}

function jsonArguments(line: LogicalLine, start: number, end: number): Arguments | undefined {
  const json = scanJson(line, start, end);
  if (json === undefined) return undefined;
  return 'bad' in json ? { form: 'badJson', span: json.bad } : { form: 'json', elements: json };
}

/** `key=value …`, or `key value` where the first word has no `=`. */
function keyValueArguments(line: LogicalLine, start: number, end: number, escapeToken: Escape): Arguments {
  const words = quotedWords(line, start, end, escapeToken);
  const [first] = words;
  if (first === undefined) return { form: 'none' };
  if (first.text.includes('=')) return { form: 'pairs', pairs: pairsOf(line, words), legacy: false };
  const { text } = line;
  let keyEnd = start;
  while (keyEnd < end && !isSeparator(text.charCodeAt(keyEnd))) keyEnd++;
  let valueStart = keyEnd;
  while (valueStart < end && isSeparator(text.charCodeAt(valueStart))) valueStart++;
  const { span } = wordOf(line, start, end);
  const key = wordOf(line, start, keyEnd);
  const pair = keyEnd === end ? { span, key } : { span, key, value: wordOf(line, valueStart, end) };
  return { form: 'pairs', pairs: [pair], legacy: true };
}

function pairsOf(line: LogicalLine, words: readonly Word[]): readonly Pair[] {
  return words.map((word) => {
    const equals = word.text.indexOf('=');
    if (equals < 0) return { span: word.span, key: word };
    const key = wordIn(line, word, 0, equals);
    return { span: word.span, key, value: wordIn(line, word, equals + 1, word.text.length) };
  });
}

function healthcheckArguments(line: LogicalLine, start: number, end: number): Arguments {
  const { text } = line;
  let typeEnd = start;
  while (typeEnd < end && !isSpace(text.charCodeAt(typeEnd))) typeEnd++;
  const type = wordOf(line, start, typeEnd);
  return { form: 'healthcheck', type, command: commandArguments(line, skipSpaces(text, typeEnd, end), end) };
}
