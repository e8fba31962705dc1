import { directiveReader, readDirective } from '../syntax/directives.ts';
import { lineAt } from '../syntax/scan.ts';
import type { Directive, SyntaxTree, Trivia } from '../syntax/tree.ts';

/** What `# check=…` says about BuildKit's checks. */
export interface CheckOptions {
  /** Names of checks, or all. */
  readonly skip: ReadonlySet<string> | 'all';
  /** Experimental checks that are switched on. */
  readonly experimental: ReadonlySet<string> | 'all';
  /** Whether findings fail the build. */
  readonly error: boolean;
}

const noCheckOptions: CheckOptions = { skip: new Set(), experimental: new Set(), error: false };

/** Parses `skip=a,b;experimental=c;error=true`; `problem` says what BuildKit refuses it for. */
export function parseCheckOptions(text: string): CheckOptions | { readonly problem: string } {
  // BuildKit reads up to the first blank.
  const [value = ''] = text.split(' ');
  let options = noCheckOptions;
  const [first = '', second, ...others] = value.split(';');
  // Behind the second semicolon all is one option.
  const parts = [
    first,
    ...(second === undefined ? [] : [second]),
    ...(others.length === 0 ? [] : [others.join(';')]),
  ];
  for (const part of parts) {
    const equals = part.indexOf('=');
    const key = part.slice(0, Math.max(equals, 0)).trim();
    const own = part.slice(equals + 1).trim();
    if (equals < 0) return { problem: `“${part}” is no option. Use skip=, experimental= or error=.` };
    if (key === 'skip' || key === 'experimental')
      options = { ...options, [key]: own === 'all' ? own : names(own) };
    else if (key === 'error') {
      const error = booleans.get(own);
      if (error === undefined) return { problem: `“${own}” is neither true nor false.` };
      options = { ...options, error };
    } else return { problem: `“${key}” is no option. Use skip=, experimental= or error=.` };
  }
  return options;
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((name) => name.trim()));
}

/** What Go's `strconv.ParseBool` takes. */
export const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false] as const),
]);

/** The `check` directive of a file. Unlike the others it may stand below a `#!` line. */
export function checkDirective({ text, directives }: SyntaxTree): Directive | undefined {
  const found = directives.find(({ name }) => name === 'check');
  if (found !== undefined || !/^\uFEFF?#!/.test(text)) return found;
  const read = directiveReader();
  for (
    let line = lineAt(text, lineAt(text, 0).next);
    line.start < text.length;
    line = lineAt(text, line.next)
  ) {
    const directive = read(text, line.start, line.end);
    if (directive === undefined || directive.name === 'check') return directive;
  }
  return undefined;
}

/** What the file says about all of it; what is malformed says nothing. */
export function fileCheckOptions(tree: SyntaxTree): CheckOptions {
  const directive = checkDirective(tree);
  const options = directive === undefined ? noCheckOptions : parseCheckOptions(directive.value);
  return 'problem' in options ? noCheckOptions : options;
}

/** What the comments above an instruction say about it: the first `# check=` of them. */
export function commentCheckOptions(text: string, comments: readonly Trivia[]): CheckOptions {
  for (const { span } of comments) {
    const directive = readDirective(text, span.start, span.end);
    if (directive?.name !== 'check') continue;
    const options = parseCheckOptions(directive.value);
    return 'problem' in options ? noCheckOptions : options;
  }
  return noCheckOptions;
}

/** Whether a set of names, or `all`, has a name. */
export function includes(set: ReadonlySet<string> | 'all', name: string): boolean {
  return set === 'all' || set.has(name);
}
