import type { Directive } from './tree.ts';

const known = new Set(['syntax', 'escape', 'check']);

/**
 * Reads parser directives line by line from the top of a file. The first line that is none ends them: one that has
 * another name, a comment, an empty line, an instruction.
 */
export function directiveReader(): (text: string, start: number, end: number) => Directive | undefined {
  const seen = new Set<string>();
  let done = false;
  return (text, start, end) => {
    if (done) return undefined;
    const directive = readDirective(text, start, end);
    if (directive === undefined || !known.has(directive.name)) {
      done = true;
      return undefined;
    }
    const repeated = seen.has(directive.name);
    seen.add(directive.name);
    return { ...directive, repeated };
  };
}

/** Reads `# name = value` in `text[start, end)`, whatever its name is. */
export function readDirective(text: string, start: number, end: number): Directive | undefined {
  const match = /^(#\s*)([a-zA-Z][a-zA-Z0-9]*)(\s*=\s*)(\S(?:.*\S)?)\s*$/s.exec(text.slice(start, end));
  if (match === null) return undefined;
  const [, before = '', name = '', between = '', value = ''] = match;
  const nameStart = start + before.length;
  const nameEnd = nameStart + name.length;
  const valueStart = nameEnd + between.length;
  const valueEnd = valueStart + value.length;
  return {
    kind: 'directive',
    span: { start, end: valueEnd },
    name: name.toLowerCase(),
    nameSpan: { start: nameStart, end: nameEnd },
    value,
    valueSpan: { start: valueStart, end: valueEnd },
    repeated: false,
  };
}
