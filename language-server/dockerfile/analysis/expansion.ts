import type { Modifier, ShellPart, ShellVariable } from '../syntax/shellWord.ts';

/** What is known of a variable: nothing where it is not set, else its value where the text alone tells it. */
export type Lookup = (name: string) => { readonly value?: string } | undefined;

/** The text that a word stands for; `text` is absent where that can't be known, `error` says why BuildKit refuses it. */
export interface Expansion {
  readonly text?: string;
  readonly error?: string;
}

/** A value that grows past this is not followed: values that double with each line would exhaust the memory. */
const longest = 4096;

/** Expands a word as BuildKit does. */
export function expand(parts: readonly ShellPart[], lookup: Lookup): Expansion {
  let text: string | undefined = '';
  for (const part of parts) {
    const expanded = part.kind === 'text' ? part : expandVariable(part, lookup);
    if ('error' in expanded && expanded.error !== undefined) return { error: expanded.error };
    text = text === undefined || expanded.text === undefined ? undefined : text + expanded.text;
    if (text !== undefined && text.length > longest) text = undefined;
  }
  return text === undefined ? {} : { text };
}

function expandVariable({ name, modifier }: ShellVariable, lookup: Lookup): Expansion {
  const found = lookup(name);
  if (modifier === undefined)
    return found === undefined ? { text: '' } : found.value === undefined ? {} : { text: found.value };
  const word = expand(modifier.word, lookup);
  if (word.error !== undefined) return word;
  if (found !== undefined && found.value === undefined) return {};
  const { operator } = modifier;
  const value = found?.value ?? '';
  const missing = found === undefined || (operator.startsWith(':') && value === '');
  switch (operator.at(-1)) {
    case '-':
      return missing ? word : { text: value };
    case '+':
      return missing ? { text: '' } : word;
    case '?':
      return missing ? unset(name, word, found !== undefined) : { text: value };
    default:
      return word.text === undefined ? {} : applyPattern(value, word.text, modifier, lookup);
  }
}

function unset(name: string, { text }: Expansion, empty: boolean): Expansion {
  const reason =
    text === undefined || text === '' ? `is ${empty ? 'empty' : 'not set'}` : `is required: ${text}`;
  return { error: `The variable ${name} ${reason}.` };
}

function applyPattern(value: string, pattern: string, modifier: Modifier, lookup: Lookup): Expansion {
  const { operator } = modifier;
  const longestMatch = operator.length === 2 || operator === '/';
  const source = patternSource(pattern, longestMatch);
  // Patterns that are long or have many stars could take very long to match.
  if (source === undefined || pattern.length > 100 || value.length > 1000) return {};
  if ((pattern.match(/\*/g)?.length ?? 0) > 3) return {};
  if (operator.startsWith('#')) return { text: value.replace(new RegExp(`^${source}`, 'su'), '') };
  if (operator.startsWith('%')) return { text: trimEndBy(value, source, longestMatch) };
  const replacement = expand(modifier.replacement ?? [], lookup);
  if (replacement.text === undefined) return replacement;
  const { text } = replacement;
  return { text: value.replace(new RegExp(source, operator === '//' ? 'gsu' : 'su'), () => text) };
}

/** Takes off the shortest or longest end that matches. */
function trimEndBy(value: string, source: string, longestMatch: boolean): string {
  const whole = new RegExp(`^${source}$`, 'su');
  const starts = Array.from({ length: value.length + 1 }, (_, index) =>
    longestMatch ? index : value.length - index,
  );
  const start = starts.find((index) => whole.test(value.slice(index)));
  return start === undefined ? value : value.slice(0, start);
}

/** A shell pattern as a regular expression; nothing where an escape in it is not allowed. */
function patternSource(pattern: string, greedy: boolean): string | undefined {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '*') source += greedy ? '.*' : '.*?';
    else if (char === '?') source += '.';
    else if (char === '\\') {
      const next = pattern.charAt(++at);
      if (!/[*?\\/}]/.test(next)) return undefined;
      source += /[/}]/.test(next) ? next.replace('}', '\\}').replace('/', '\\/') : `\\${next}`;
    } else source += char.replace(/[[\]{}.+()|^$/]/, '\\$&');
  }
  return source;
}
