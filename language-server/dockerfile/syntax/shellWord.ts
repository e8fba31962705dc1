import type { Escape } from './tree.ts';

/** A word as BuildKit expands it: text, with its quotes and escapes resolved, and variables. */
export interface ShellWord {
  readonly parts: readonly ShellPart[];
  /** Why BuildKit refuses it; then `parts` have what stands before. */
  readonly error?: ShellError;
}

export type ShellPart = { readonly kind: 'text'; readonly text: string } | ShellVariable;

/** A use of a variable; offsets count in the word. */
export interface ShellVariable {
  readonly kind: 'variable';
  readonly name: string;
  /** Of the `$`. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly modifier?: Modifier;
}

/** What `${name…}` does to the value: `-`, `+` and `?`, also behind a `:`, `# ## % %% / //`, each with what stands behind it. */
export interface Modifier {
  readonly operator: string;
  readonly word: readonly ShellPart[];
  /** Behind the second slash of `/` and `//`. */
  readonly replacement?: readonly ShellPart[];
}

interface ShellError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface ShellOptions {
  readonly escapeToken: Escape;
  /** Whether quotes are only text, as in the body of a here-document. */
  readonly quotesAreText?: boolean;
}

/**
 * Reads a word with its quotes, escapes and variables, by the grammar of BuildKit's `shell` package: `$name`, `${name}`
 * and the modifiers `- + ? # ## % %% / //` with and without `:` where that may be, nested to any sensible depth.
 */
export function shellWord(text: string, options: ShellOptions): ShellWord {
  if (!/[$'"\\`]/.test(text)) return { parts: text === '' ? [] : [{ kind: 'text', text }] };
  const reader: Reader = { text, options, at: 0, depth: 0 };
  const parts: ShellPart[] = [];
  const error = readUntil(reader, '', false, parts);
  return error === undefined ? { parts } : { parts, error };
}

/** All variables of a word, those inside modifiers too, in the order of their `$`. */
export function variablesIn(parts: readonly ShellPart[]): readonly ShellVariable[] {
  return parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    const { word = [], replacement = [] } = part.modifier ?? {};
    return [part, ...variablesIn(word), ...variablesIn(replacement)];
  });
}

interface Reader {
  readonly text: string;
  readonly options: ShellOptions;
  at: number;
  depth: number;
}

/** More than anyone nests, and less than the stack holds. */
const deepest = 100;

/** Reads to `stop` and past it, or to the end where `stop` is empty. */
function readUntil(
  reader: Reader,
  stop: string,
  rawEscapes: boolean,
  parts: ShellPart[],
): ShellError | undefined {
  const { text, options } = reader;
  const start = reader.at;
  let plain = '';
  const flush = (): void => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
  };
  while (reader.at < text.length) {
    const char = text.charAt(reader.at);
    if (char === stop) {
      reader.at++;
      flush();
      return undefined;
    }
    if (char === '$' || (!options.quotesAreText && char === '"')) {
      flush();
      const error = char === '$' ? readDollar(reader, parts) : readDoubleQuotes(reader, rawEscapes, parts);
      if (error !== undefined) return error;
    } else if (!options.quotesAreText && char === "'") {
      const close = text.indexOf("'", reader.at + 1);
      if (close < 0) return unclosed(reader, reader.at, "'");
      plain += text.slice(reader.at + 1, close);
      reader.at = close + 1;
    } else if (char === options.escapeToken) {
      if (rawEscapes) plain += char;
      plain += charAt(text, reader.at + 1);
      reader.at += 1 + charAt(text, reader.at + 1).length;
    } else {
      plain += char;
      reader.at++;
    }
  }
  flush();
  if (stop === '') return undefined;
  return { message: `This has no closing ‘${stop}’.`, start, end: text.length };
}

function readDoubleQuotes(reader: Reader, rawEscapes: boolean, parts: ShellPart[]): ShellError | undefined {
  const { text, options } = reader;
  const open = reader.at++;
  let plain = '';
  const flush = (): void => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
  };
  while (reader.at < text.length) {
    const char = text.charAt(reader.at);
    const next = text.charAt(reader.at + 1);
    if (char === '"') {
      reader.at++;
      flush();
      return undefined;
    }
    if (char === '$') {
      flush();
      const error = readDollar(reader, parts);
      if (error !== undefined) return error;
    } else if (
      char === options.escapeToken &&
      (next === '"' || next === '$' || next === options.escapeToken)
    ) {
      plain += rawEscapes ? char + next : next;
      reader.at += 2;
    } else {
      plain += char;
      reader.at++;
    }
  }
  flush();
  return unclosed(reader, open, '"');
}

function unclosed({ text }: Reader, start: number, quote: string): ShellError {
  return {
    message: `The quote ${quote} is not closed. Close it, or escapeToken it.`,
    start,
    end: text.length,
  };
}

function readDollar(reader: Reader, parts: ShellPart[]): ShellError | undefined {
  const { text } = reader;
  const start = reader.at++;
  if (text[reader.at] !== '{') {
    const nameStart = reader.at;
    const name = readName(reader);
    if (name === '') parts.push({ kind: 'text', text: '$' });
    else parts.push({ kind: 'variable', name, start, end: reader.at, nameStart, nameEnd: reader.at });
    return undefined;
  }
  reader.at++;
  const nameStart = reader.at;
  if (nameStart >= text.length) return missingBrace(reader, start);
  if (/[{}:]/.test(text.charAt(nameStart))) {
    const message = 'This names no variable. Write ${name}, or \\$ for a dollar sign.';
    return { message, start, end: Math.min(nameStart + 1, text.length) };
  }
  const name = readName(reader);
  const nameEnd = reader.at;
  const variable = { kind: 'variable', name, start, nameStart, nameEnd } as const;
  if (nameEnd >= text.length) return missingBrace(reader, start);
  if (text[nameEnd] === '}') {
    reader.at++;
    parts.push({ ...variable, end: reader.at });
    return undefined;
  }
  if (reader.depth >= deepest) {
    return { message: 'Variables are nested too deeply here.', start, end: nameEnd };
  }
  reader.depth++;
  const modifier = readModifier(reader, start);
  reader.depth--;
  if ('message' in modifier) return modifier;
  parts.push({ ...variable, end: reader.at, modifier });
  return undefined;
}

function readModifier(reader: Reader, start: number): Modifier | ShellError {
  const { text } = reader;
  const [operator] = /^(?::?[-+?]|##?|%%?|\/\/?)/.exec(text.slice(reader.at, reader.at + 3)) ?? [];
  if (operator === undefined) {
    const [written] = /^:?./su.exec(text.slice(reader.at, reader.at + 3)) ?? [''];
    const message = `‘${written}’ is no modifier of a variable. Use one of :- :+ :? - + ? # ## % %% / //.`;
    return { message, start: reader.at, end: Math.min(reader.at + written.length, text.length) };
  }
  reader.at += operator.length;
  const pattern = !/[-+?]/.test(operator);
  const word: ShellPart[] = [];
  const slash = operator.startsWith('/');
  const inWord = readUntil(reader, slash ? '/' : '}', pattern, word);
  if (inWord !== undefined)
    return reader.at < text.length
      ? inWord
      : slash
        ? missingSlash(reader, start)
        : missingBrace(reader, start);
  if (!slash) return { operator, word };
  const replacement: ShellPart[] = [];
  const inReplacement = readUntil(reader, '}', true, replacement);
  if (inReplacement !== undefined)
    return reader.at < text.length ? inReplacement : missingBrace(reader, start);
  return { operator, word, replacement };
}

function missingBrace({ text }: Reader, start: number): ShellError {
  return { message: 'This variable has no closing }. Write ${name}.', start, end: text.length };
}

function missingSlash({ text }: Reader, start: number): ShellError {
  const message = 'The replacement is missing. Write ${name/pattern/replacement}.';
  return { message, start, end: text.length };
}

function readName(reader: Reader): string {
  const { text, at } = reader;
  reader.at += /^[@*#?\-$!]/.test(text.charAt(at)) ? 1 : nameLength(text, at);
  return text.slice(at, reader.at);
}

/** A name is letters, digits and `_`; where it starts with a digit, digits alone. */
function nameLength(text: string, start: number): number {
  const digitsOnly = isNameCharacter(text, start, true);
  let at = start;
  while (isNameCharacter(text, at, digitsOnly)) at += charAt(text, at).length;
  return at - start;
}

function isNameCharacter(text: string, at: number, digitsOnly: boolean): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return digitsOnly ? code >= 48 && code <= 57 : /\w/.test(text.charAt(at));
  return (digitsOnly ? /\p{Nd}/u : /[\p{L}\p{Nd}]/u).test(charAt(text, at));
}

/** The character at `offset`, both halves of a surrogate pair. */
function charAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}
