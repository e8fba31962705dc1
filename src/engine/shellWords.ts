/** Words as one line, which a shell splits into the same again. */
export function quoteWords(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

/** A word as a POSIX shell takes it for itself: as it is where nothing in it means anything to a shell, else in quotes. */
function quoteWord(word: string): string {
  if (word !== '' && /^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** A line in its words, or what is wrong with it. */
export type SplitLine =
  | { readonly words: readonly string[]; readonly problem?: undefined }
  | { readonly words?: undefined; readonly problem: 'quote' | 'backslash' };

/**
 * Splits a line as a POSIX shell does (Shell Command Language, 2.2 "Quoting") without expanding anything: `$`, `*` and
 * the like are characters as others are. The problem is a quote that is not closed, or a backslash at the end.
 */
export function splitWords(line: string): SplitLine {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const next = line[at + 1];
    if (quote === undefined && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (character === quote) {
      quote = undefined;
    } else if (quote === undefined && (character === "'" || character === '"')) {
      quote = character;
      word ??= '';
    } else if (character === '\\' && (quote === undefined || (quote === '"' && /["\\$`]/.test(next ?? '')))) {
      if (next === undefined) return { problem: 'backslash' };
      word = (word ?? '') + next;
      at++;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== undefined) return { problem: 'quote' };
  return { words: word === undefined ? words : [...words, word] };
}

/** Whether a line has what only a shell can do: pipes, redirections, variables, patterns, several commands. */
export function needsShell(line: string): boolean {
  const unquoted = line.replace(/\\.|'[^']*'/gs, '').replace(/"([^"]*)"/gs, (_, text: string) => {
    return /[$`]/.test(text) ? '$' : '';
  });
  return /[|&;<>$`*?()]/.test(unquoted) || /^\s*\w+=/.test(unquoted);
}
