/** A word of a command; offsets count in the script. */
export interface ShellToken {
  /** What it stands for: without quotes and escapes; variables and substitutions stay as they are written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is the same whatever the variables are: nothing in it is expanded. */
  readonly literal: boolean;
}

/** Where a word is read from. */
interface WordReader {
  readonly text: string;
  at: number;
  /** Whether a backtick ends what is read, rather than begins a substitution. */
  backticks: boolean;
}

const ends = /[\s;&|()<>]/;

/**
 * Reads a word from where the reader stands, with its quotes and substitutions, and leaves the reader behind it; an
 * empty word where none begins. `nested` reads the commands of a substitution whose opening has been passed.
 */
export function readWord(reader: WordReader, nested: (stop: ')' | '`') => void): ShellToken {
  const { text } = reader;
  const start = reader.at;
  let word = '';
  let literal = true;
  while (reader.at < text.length) {
    const from = reader.at;
    const char = text.charAt(from);
    if (char === "'") {
      const close = text.indexOf("'", from + 1);
      reader.at = close < 0 ? text.length : close + 1;
      word += text.slice(from + 1, close < 0 ? undefined : close);
    } else if (char === '"') {
      const quoted = readDoubleQuotes(reader, nested);
      word += quoted.text;
      literal &&= quoted.literal;
    } else if (char === '\\') {
      reader.at += 2;
      const next = text.charAt(from + 1);
      // A continuation is nothing.
      if (next !== '\n' && next !== '\r') word += next;
      else if (next === '\r' && text[from + 2] === '\n') reader.at++;
    } else if (char === '$' || (char === '`' && !reader.backticks)) {
      readExpansion(reader, nested);
      word += text.slice(from, reader.at);
      literal &&= reader.at === from + 1;
    } else if ((char === '<' || char === '>') && text[from + 1] === '(') {
      reader.at += 2;
      nested(')');
      word += text.slice(from, reader.at);
      literal = false;
    } else if (char === '`' || ends.test(char)) break;
    else {
      word += char;
      reader.at++;
    }
  }
  reader.at = Math.min(reader.at, text.length);
  return { text: word, start, end: reader.at, literal };
}

function readDoubleQuotes(
  reader: WordReader,
  nested: (stop: ')' | '`') => void,
): { readonly text: string; readonly literal: boolean } {
  const { text } = reader;
  let quoted = '';
  let literal = true;
  reader.at++;
  while (reader.at < text.length) {
    const from = reader.at;
    const char = text.charAt(from);
    if (char === '"') {
      reader.at++;
      break;
    }
    if (char === '\\') {
      const next = text.charAt(from + 1);
      if (next !== '\n') quoted += /[$`"\\]/.test(next) ? next : char + next;
      reader.at += 2;
    } else if (char === '`' && reader.backticks) break;
    else if (char === '$' || char === '`') {
      readExpansion(reader, nested);
      quoted += text.slice(from, reader.at);
      literal &&= reader.at === from + 1;
    } else {
      quoted += char;
      reader.at++;
    }
  }
  return { text: quoted, literal };
}

/** Passes `$name`, `${…}`, `$(…)`, `$((…))`, `$'…'` or a pair of backticks; a lone `$` is itself. */
function readExpansion(reader: WordReader, nested: (stop: ')' | '`') => void): void {
  const { text } = reader;
  const start = reader.at++;
  if (text[start] === '`') {
    nested('`');
    return;
  }
  const next = text.charAt(start + 1);
  if (next === '(') {
    reader.at++;
    if (text[start + 2] === '(') passBalanced(reader, '(', ')');
    else nested(')');
  } else if (next === '{') {
    reader.at++;
    passBalanced(reader, '{', '}');
  } else if (next === "'") {
    reader.at++;
    while (reader.at < text.length && text[reader.at] !== "'") reader.at += text[reader.at] === '\\' ? 2 : 1;
    reader.at++;
  } else {
    const [name = ''] = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(text.slice(start + 1, start + 100)) ?? [];
    reader.at += name.length;
  }
}

/** Passes to the bracket that closes the one before the reader. */
function passBalanced(reader: WordReader, open: string, close: string): void {
  const { text } = reader;
  for (let depth = 1; reader.at < text.length && depth > 0; reader.at++) {
    const char = text.charAt(reader.at);
    if (char === '\\') reader.at++;
    else if (char === "'" && open === '{') {
      const end = text.indexOf("'", reader.at + 1);
      if (end > 0) reader.at = end;
    } else if (char === open) depth++;
    else if (char === close) depth--;
  }
}
