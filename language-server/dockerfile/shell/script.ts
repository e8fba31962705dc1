import { readWord, type ShellToken } from './word.ts';

/** What stands between a command and the one before; empty for the first of a script. */
type Joiner = '' | '&&' | '||' | ';' | '&' | '|' | '|&' | '\n' | '(' | ')' | 'keyword';

/** A simple command: a program and what it is given, without `NAME=value` before it and without redirections. */
export interface ShellCommand {
  readonly words: readonly ShellToken[];
  /** `NAME=value` before the program, which has them in its environment. */
  readonly assignments: readonly ShellToken[];
  /** From the first assignment or word to the last word or redirection. */
  readonly start: number;
  readonly end: number;
  readonly joiner: Joiner;
  /** Whether its output goes to another command. */
  readonly piped: boolean;
  /** Inside how many `$( )` and backticks it stands. */
  readonly depth: number;
}

/** A shell script as far as rules on commands need it: its simple commands in the order of their text. */
export interface ShellScript {
  readonly text: string;
  readonly commands: readonly ShellCommand[];
  /** Comments, from `#` to the line's end. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** Words that stand where a command could and are none: another command follows. */
const keywords = new Set([
  'if',
  'then',
  'elif',
  'else',
  'fi',
  'while',
  'until',
  'do',
  'done',
  'esac',
  '{',
  '}',
  '!',
  'time',
]);

interface Reader {
  readonly text: string;
  at: number;
  backticks: boolean;
  depth: number;
  readonly commands: ShellCommand[];
  readonly comments: { start: number; end: number }[];
}

interface Draft {
  readonly words: ShellToken[];
  readonly assignments: ShellToken[];
  readonly start: number;
  end: number;
}

/** Deeper than anyone nests, and less than the stack holds. */
const deepest = 50;

/**
 * Splits a POSIX shell's or bash's script into its simple commands, those in substitutions, functions, conditions and
 * loops too (POSIX.1-2024, Shell Command Language, 2.9 and 2.10). Never fails: what is not understood is left out.
 */
export function parseScript(text: string): ShellScript {
  const reader: Reader = { text, at: 0, backticks: false, depth: 0, commands: [], comments: [] };
  readList(reader, '');
  const commands = reader.commands.sort((a, b) => a.start - b.start);
  return { text, commands, comments: reader.comments };
}

/** Reads commands to `stop` and past it, or to the end of the text. */
function readList(reader: Reader, stop: ')' | '`' | ''): void {
  const { text } = reader;
  const heredocs: { readonly name: string; readonly chomp: boolean }[] = [];
  let draft: Draft | undefined;
  let joiner: Joiner = '';
  let parentheses = 0;
  /** Inside `case … in`: whether a pattern comes next. */
  const cases: { pattern: boolean }[] = [];

  const finish = (next: Joiner): void => {
    if (draft !== undefined && (draft.words.length > 0 || draft.assignments.length > 0)) {
      reader.commands.push({ ...draft, joiner, piped: next === '|' || next === '|&', depth: reader.depth });
      joiner = next;
    } else if (next !== '\n') joiner = next;
    draft = undefined;
  };

  while (reader.at < text.length) {
    const start = reader.at;
    const char = text.charAt(start);
    if (char === ' ' || char === '\t' || char === '\r') reader.at++;
    else if (char === '\\' && /^\r?\n/.test(text.slice(start + 1, start + 3)))
      reader.at += text[start + 1] === '\r' ? 3 : 2;
    else if (char === '\n') {
      finish('\n');
      reader.at++;
      for (const { name, chomp } of heredocs.splice(0)) skipHeredoc(reader, name, chomp);
    } else if (char === '#') {
      const end = endOfLine(text, start);
      reader.comments.push({ start, end });
      reader.at = end;
    } else if (char === '`' && stop === '`') {
      finish(')');
      reader.at++;
      return;
    } else if (char === ')') {
      reader.at++;
      const open = cases.at(-1);
      if (open?.pattern) {
        open.pattern = false;
        draft = undefined;
        joiner = 'keyword';
        continue;
      }
      finish(')');
      if (parentheses > 0) parentheses--;
      else if (stop === ')') return;
    } else if (char === '(') {
      reader.at++;
      if (text[start + 1] === '(') skipArithmetic(reader);
      // `name ()` declares a function: its body is read as any other commands.
      else if (draft !== undefined && /^\s*\)/.test(text.slice(reader.at, reader.at + 20))) {
        reader.at = text.indexOf(')', reader.at) + 1;
        draft = undefined;
        joiner = 'keyword';
      } else {
        if (cases.at(-1)?.pattern) continue;
        finish('(');
        parentheses++;
      }
    } else if (char === ';' || char === '&' || char === '|') readOperator(reader, cases, finish);
    else if (
      /^(?:\d{0,2}(?:<<<?-?|<&|>&|<>|>\||>>|[<>])|&>>?)/.test(text.slice(start, start + 5)) &&
      !isProcess(text, start)
    ) {
      const heredoc = readRedirection(reader, nested);
      if (heredoc !== undefined) heredocs.push(heredoc);
      if (draft !== undefined) draft.end = reader.at;
    } else {
      const token = readWord(reader, nested);
      if (reader.at === start) {
        reader.at++;
        continue;
      }
      if (cases.at(-1)?.pattern) {
        if (token.text === 'esac') cases.pop();
        continue;
      }
      if (draft === undefined && keywords.has(token.text)) {
        if (token.text === 'esac') cases.pop();
        joiner = 'keyword';
        continue;
      }
      if (draft === undefined && (token.text === 'for' || token.text === 'select')) {
        skipLoopHead(reader, nested);
        joiner = 'keyword';
        continue;
      }
      if (draft === undefined && token.text === 'case') {
        readCaseHead(reader, nested);
        cases.push({ pattern: true });
        continue;
      }
      if (draft === undefined && token.text === 'function') {
        readName(reader);
        joiner = 'keyword';
        continue;
      }
      draft ??= { words: [], assignments: [], start: token.start, end: token.end };
      if (draft.words.length === 0 && /^[A-Za-z_]\w*\+?=/.test(text.slice(token.start, token.end)))
        draft.assignments.push(token);
      else draft.words.push(token);
      draft.end = token.end;
      if (draft.words.length === 1 && token.text === '[[') skipTest(reader, nested, draft);
    }
  }
  finish(')');

  function nested(close: ')' | '`'): void {
    if (reader.depth >= deepest) {
      reader.at = text.length;
      return;
    }
    const { backticks } = reader;
    reader.depth++;
    reader.backticks = close === '`' || backticks;
    readList(reader, close);
    reader.backticks = backticks;
    reader.depth--;
  }
}

type Nested = (stop: ')' | '`') => void;

/** `<(…)` and `>(…)` are words. */
function isProcess(text: string, at: number): boolean {
  return /^[<>]\(/.test(text.slice(at, at + 2));
}

function readOperator(reader: Reader, cases: { pattern: boolean }[], finish: (next: Joiner) => void): void {
  const two = reader.text.slice(reader.at, reader.at + 2);
  const open = cases.at(-1);
  if (two === ';;' || two === ';&') {
    finish(';');
    reader.at += reader.text.startsWith(';;&', reader.at) ? 3 : 2;
    if (open !== undefined) open.pattern = true;
  } else if (open?.pattern) reader.at++;
  else if (two === '&&' || two === '||' || two === '|&') {
    finish(two);
    reader.at += 2;
  } else {
    const [one] = two;
    finish(one === '&' || one === '|' ? one : ';');
    reader.at++;
  }
}

/** Reads `2> file`, `<<EOF` and the like; a here-document's body is read where its line ends. */
function readRedirection(
  reader: Reader,
  nested: Nested,
): { readonly name: string; readonly chomp: boolean } | undefined {
  const { text } = reader;
  const [operator = ''] =
    /^(?:\d{0,2}(?:<<<|<<-?|<&|>&|<>|>\||>>|[<>])|&>>?)/.exec(text.slice(reader.at, reader.at + 6)) ?? [];
  reader.at += Math.max(1, operator.length);
  while (text[reader.at] === ' ' || text[reader.at] === '\t') reader.at++;
  const { text: name } = readWord(reader, nested);
  return /<<-?$/.test(operator) && !operator.endsWith('<<<')
    ? { name, chomp: operator.endsWith('-') }
    : undefined;
}

function skipHeredoc(reader: Reader, name: string, chomp: boolean): void {
  const { text } = reader;
  while (reader.at < text.length) {
    const end = endOfLine(text, reader.at);
    const line = text.slice(reader.at, end).replace(/\r$/, '');
    reader.at = Math.min(end + 1, text.length);
    if ((chomp ? line.replace(/^\t+/, '') : line) === name) return;
  }
}

/** Skips `((…))`; what is never closed is skipped to the end. */
function skipArithmetic(reader: Reader): void {
  let open = 1;
  for (; reader.at < reader.text.length && open > 0; reader.at++) {
    const char = reader.text[reader.at];
    if (char === '(') open++;
    else if (char === ')') open--;
  }
}

/** Skips `NAME in a b c;` to the `do`. */
function skipLoopHead(reader: Reader, nested: Nested): void {
  const { text } = reader;
  while (reader.at < text.length) {
    const char = text.charAt(reader.at);
    if (char === ';' || char === '\n') {
      reader.at++;
      return;
    }
    const start = reader.at;
    if (char === '(') {
      reader.at++;
      skipArithmetic(reader);
    } else if (readWord(reader, nested).text === 'do') return;
    if (reader.at === start) reader.at++;
  }
}

/** Skips `WORD in`. */
function readCaseHead(reader: Reader, nested: Nested): void {
  const { text } = reader;
  while (reader.at < text.length) {
    const start = reader.at;
    if (readWord(reader, nested).text === 'in') return;
    if (reader.at === start) reader.at++;
  }
}

function readName(reader: Reader): void {
  const [name = ''] = /^\s*[^\s(){};]*/.exec(reader.text.slice(reader.at, reader.at + 200)) ?? [];
  reader.at += name.length;
  const [parentheses = ''] = /^\s*\(\s*\)/.exec(reader.text.slice(reader.at, reader.at + 20)) ?? [];
  reader.at += parentheses.length;
}

/** In `[[ … ]]` operators join no commands. */
function skipTest(reader: Reader, nested: Nested, draft: Draft): void {
  const { text } = reader;
  while (reader.at < text.length) {
    const start = reader.at;
    const token = readWord(reader, nested);
    if (reader.at === start) {
      reader.at++;
      continue;
    }
    draft.words.push(token);
    draft.end = token.end;
    if (token.text === ']]') return;
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
