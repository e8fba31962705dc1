import type { Finding, Fix } from '../lint/finding.ts';
import type { ComposeTree } from './tree.ts';
import type { YamlProblem } from './yaml/problem.ts';

/** What the YAML itself breaks: one finding a mistake, where the mistake is. */
export function* syntaxErrors({ text, yaml }: ComposeTree): Iterable<Finding> {
  let tabs = false;
  for (const problem of yaml.problems) {
    // One fix replaces all tabs, and nobody wants to read it at each line.
    if (problem.kind === 'tab' && tabs) continue;
    tabs ||= problem.kind === 'tab';
    const fixes = fixesOf(problem, text);
    yield {
      code: 'InvalidYaml',
      severity: 'error',
      span: problem.span,
      message: messageOf(problem),
      ...(fixes.length === 0 ? {} : { fixes }),
    };
  }
}

function messageOf({ kind, name }: YamlProblem): string {
  switch (kind) {
    case 'tab':
      return 'YAML can’t be indented with tabs. Use spaces.';
    case 'missingColon':
      return `There is no “:” after \`${short(name)}\`. Write \`${short(name)}:\` when it is a key.`;
    case 'missingSpace':
      return `There is no space behind \`${name}:\`, so that it is text and no key. Write \`${name}: …\`.`;
    case 'indentation':
      return `\`${name}\` stands in no column of the keys above it. Indent it like the keys that it belongs to.`;
    case 'quote':
      return `This quote is never closed. Write ${name} where the text ends.`;
    case 'bracket':
      return `This bracket is never closed. Write \`${name === '[' ? ']' : '}'}\` where it ends.`;
    case 'nestedColon':
      return 'A value with “: ” in it needs quotes; without them YAML takes it for a key.';
    case 'reserved':
      return `A value can’t start with \`${name}\`, which YAML keeps for itself. Put the value in quotes.`;
    case 'escape':
      return `\`${name}\` means nothing in double quotes. Write \`\\${name}\` for the backslash itself, or use single quotes.`;
    case 'rest':
      return 'There is more text behind the end of the value. To have a quote inside quotes, double it.';
    case 'binary':
      return 'This is no text file: it has a NUL character, so that nothing can be read here.';
    case 'depth':
      return 'This is nested too deeply to be read.';
    case 'syntax':
      return `This is no valid YAML: ${lowerFirst(name)}.`;
  }
}

function fixesOf({ kind, span, name }: YamlProblem, text: string): readonly Fix[] {
  const insert = (at: number, newText: string) => ({ span: { start: at, end: at }, newText });
  switch (kind) {
    case 'tab':
      return [{ title: 'Replace tabs by spaces', edits: withoutTabs(text), safe: true }];
    case 'missingColon':
      return /\s/.test(name) || name === ''
        ? []
        : [{ title: 'Insert “:”', edits: [insert(span.end, ':')], safe: true }];
    case 'missingSpace':
      return [{ title: 'Insert a space', edits: [insert(span.end, ' ')], safe: true }];
    case 'nestedColon': {
      const quote = name.includes('"') ? "'" : '"';
      return [
        {
          title: 'Put the value in quotes',
          edits: [insert(span.start, quote), insert(span.end, quote)],
          safe: true,
        },
      ];
    }
    case 'reserved': {
      const value =
        /^[^\r\n]*/
          .exec(text.slice(span.start))?.[0]
          .replace(/\s+#.*$/, '')
          .trimEnd() ?? '';
      const quote = value.includes("'") ? '"' : "'";
      if (value.includes(quote) || value.includes('\\')) return [];
      const edits = [insert(span.start, quote), insert(span.start + value.length, quote)];
      return [{ title: 'Put the value in quotes', edits, safe: true }];
    }
    default:
      return [];
  }
}

function withoutTabs(text: string): Fix['edits'] {
  return Array.from(text.matchAll(/^[ \t]*\t[ \t]*(?=\S)/gm), ({ 0: indent, index }) => ({
    span: { start: index, end: index + indent.length },
    newText: indent.replaceAll('\t', '  '),
  }));
}

function short(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
