/** Which paths of a context stay behind. */
export interface Ignore {
  /** Of a path and, unless it lies at the top, what was found of its folder. */
  match(path: string, parent?: IgnoreMatch): IgnoreMatch;
  /** Whether something in an ignored folder may be brought back by an exception. */
  mayKeepWithin(folder: string): boolean;
}

export interface IgnoreMatch {
  readonly ignored: boolean;
  /** Which rules match it or a folder that it is in. */
  readonly rules: readonly boolean[];
}

/** A rule that can't be understood, in words for a person. */
export class IgnoreError extends Error {}

interface Rule {
  /** Cleaned, without the `!`. */
  readonly pattern: string;
  readonly exception: boolean;
  readonly regex: RegExp;
}

/**
 * Parses a .dockerignore by the rules of the docker CLI and BuildKit (github.com/moby/patternmatcher): one pattern a line,
 * `#` in the first column begins a comment, `!` an exception, `**` crosses folders, the last rule that matches decides,
 * and what is in a folder shares its fate unless an exception names it. Throws an `IgnoreError`.
 */
export function parseIgnore(text: string): Ignore {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const rules = lines.map(parseRule).filter((rule) => rule !== undefined);
  return {
    match: (path, parent) => match(rules, path, parent),
    mayKeepWithin: (folder) => rules.some(({ exception, pattern }) => exception && mayLieIn(folder, pattern)),
  };
}

function match(rules: readonly Rule[], path: string, parent: IgnoreMatch | undefined): IgnoreMatch {
  let ignored = false;
  const matched: boolean[] = [];
  for (const [index, { exception, regex }] of rules.entries()) {
    // A rule that could not change the answer is not asked, as in patternmatcher: that counts for what is inside, too.
    const hit = parent?.rules[index] === true || (exception === ignored && regex.test(path));
    matched.push(hit);
    if (hit) ignored = !exception;
  }
  return { ignored, rules: matched };
}

function mayLieIn(folder: string, pattern: string): boolean {
  const fixed = pattern.split('/');
  const wild = fixed.findIndex((part) => /[*?[\\]/.test(part));
  const known = wild < 0 ? fixed : fixed.slice(0, wild);
  return folder.split('/').every((part, index) => index >= known.length || known[index] === part);
}

function parseRule(line: string): Rule | undefined {
  if (line.startsWith('#')) return undefined;
  const trimmed = line.trim();
  if (trimmed === '') return undefined;
  const exception = trimmed.startsWith('!');
  const written = exception ? trimmed.slice(1).trim() : trimmed;
  if (written === '') throw new IgnoreError('“!” stands alone: a pattern is missing after it.');
  const pattern = clean(written);
  try {
    return { pattern, exception, regex: new RegExp(`^${translate(pattern)}$`, 'su') };
  } catch (cause) {
    throw new IgnoreError(`“${trimmed}” is not a pattern that can be understood.`, { cause });
  }
}

/** As Go's `filepath.Clean`, and without the slash in front, which the CLI drops. */
function clean(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !rooted) parts.push(part);
  }
  return parts.join('/') || '.';
}

/** To a regular expression, as `Pattern.compile` of patternmatcher does. */
function translate(pattern: string): string {
  let result = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] ?? '';
    if (char === '*' && pattern[at + 1] === '*') {
      at += 1;
      if (pattern[at + 1] === '/') at += 1;
      result += at + 1 >= pattern.length ? '.*' : '(?:.*/)?';
    } else if (char === '*') {
      result += '[^/]*';
    } else if (char === '?') {
      result += '[^/]';
    } else if (char === '[') {
      const end = closing(pattern, at);
      if (end < 0) throw new SyntaxError('A bracket is not closed.');
      result += pattern.slice(at, end + 1);
      at = end;
    } else if (char === '\\') {
      at += 1;
      if (at >= pattern.length) throw new SyntaxError('A backslash ends the pattern.');
      result += literal(pattern[at] ?? '');
    } else {
      result += literal(char);
    }
  }
  return result;
}

function closing(pattern: string, open: number): number {
  const first = pattern[open + 1] === '^' ? open + 3 : open + 2;
  for (let at = first; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else if (pattern[at] === ']') return at;
  }
  return -1;
}

function literal(char: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}
