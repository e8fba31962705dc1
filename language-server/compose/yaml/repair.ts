import { type Document, isCollection, isScalar, type ParsedNode, visit } from 'yaml';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { YamlProblem } from './problem.ts';

/** A guess at what the person is about to write: the problem to report and the edits that make the rest readable. */
export interface Repair {
  readonly problems: readonly YamlProblem[];
  readonly edits: readonly TextEdit[];
}

/**
 * How to read on past the first error of `document`; nothing when that can't be guessed. Offsets are those of `source`.
 */
export function repairOf(document: Document.Parsed, source: string): Repair | undefined {
  const error = document.errors[0];
  if (error === undefined) return undefined;
  if (document.errors.some(({ code }) => code === 'TAB_AS_INDENT')) return tabs(source);
  const [start] = error.pos;
  switch (error.code) {
    case 'MULTILINE_IMPLICIT_KEY':
      return keyWithoutColon(source, start);
    case 'MISSING_CHAR':
      if (error.message.startsWith('Missing closing')) return openQuote(document, source, start);
      return openBracket(document, source, start);
    case 'BAD_INDENT':
      return openBracket(document, source, start);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nestedColon(source, start);
    default:
      return undefined;
  }
}

/** Tabs count as two spaces, so that their structure can be seen; the first one is reported. */
function tabs(source: string): Repair | undefined {
  const edits: TextEdit[] = [];
  let first: Span | undefined;
  for (const match of source.matchAll(/^[ \t]*\t[ \t]*(?=\S)/gm)) {
    const span = { start: match.index, end: match.index + match[0].length };
    first ??= span;
    edits.push({ span, newText: match[0].replaceAll('\t', '  ') });
  }
  return first && { problems: [{ kind: 'tab', span: first, name: '\t' }], edits };
}

function keyWithoutColon(source: string, start: number): Repair | undefined {
  const end = lineEnd(source, start);
  const line = source.slice(start, end).replace(/\s+(?:#.*)?$/, '');
  const joined = /^([\w.-]+):[^\s:]/.exec(line)?.[1];
  if (joined !== undefined) {
    const at = start + joined.length + 1;
    return {
      problems: [{ kind: 'missingSpace', span: { start, end: at }, name: joined }],
      edits: [{ span: { start: at, end: at }, newText: ' ' }],
    };
  }
  const after = start + line.length;
  const span = { start, end: after };
  const problems = [{ kind: 'missingColon', span, name: line } as const];
  if (isWord(line)) return { problems, edits: [{ span: { start: after, end: after }, newText: ':' }] };
  // Prose can be no key: the lines behind it are read as if it were not there.
  return { problems, edits: [{ span, newText: ' '.repeat(line.length) }] };
}

/** Whether a text could be a key that is being typed. */
export function isWord(text: string): boolean {
  return /^[\w.-]+$/.test(text);
}

/** Ends the quote on the line where it starts: hardly any value in a Compose file has more lines in quotes. */
function openQuote(document: Document.Parsed, source: string, position: number): Repair | undefined {
  let open: Span | undefined;
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || !node.type?.startsWith('QUOTE') || !node.range) return;
      if (node.range[0] < position && node.range[1] >= position)
        open = { start: node.range[0], end: node.range[1] };
    },
  });
  if (open === undefined) return undefined;
  const quote = source.charAt(open.start);
  const end = trimmedLineEnd(source, open.start);
  return {
    problems: [{ kind: 'quote', span: { start: open.start, end: open.start + 1 }, name: quote }],
    edits: [{ span: { start: end, end }, newText: quote }],
  };
}

/** Ends the innermost open bracket on the line where it starts. */
function openBracket(document: Document.Parsed, source: string, position: number): Repair | undefined {
  let open: number | undefined;
  visit(document, {
    Collection(_, node) {
      if (!isCollection(node) || !node.flow || !node.range) return;
      const [start, end] = node.range;
      const closes = source[start] === '{' ? '}' : ']';
      if (start < position && source[end - 1] !== closes && start > (open ?? -1)) open = start;
    },
  });
  if (open === undefined) return undefined;
  const bracket = source.charAt(open);
  const end = trimmedLineEnd(source, open);
  return {
    problems: [{ kind: 'bracket', span: { start: open, end: open + 1 }, name: bracket }],
    edits: [{ span: { start: end, end }, newText: bracket === '{' ? '}' : ']' }],
  };
}

/** Reads the value with the second `: ` as text. */
function nestedColon(source: string, start: number): Repair | undefined {
  const end = trimmedLineEnd(source, start);
  const value = source.slice(start, end);
  const quote = value.includes('"') ? "'" : '"';
  if (value.includes(quote) || value.includes('\\')) return undefined;
  return {
    problems: [{ kind: 'nestedColon', span: { start, end }, name: value }],
    edits: [
      { span: { start, end: start }, newText: quote },
      { span: { start: end, end }, newText: quote },
    ],
  };
}

function lineEnd(source: string, from: number): number {
  const newline = source.indexOf('\n', from);
  return newline === -1 ? source.length : newline;
}

/** Where the line's content ends: before white space, a comment and a trailing comma. */
function trimmedLineEnd(source: string, from: number): number {
  const line = source.slice(from, lineEnd(source, from));
  return (
    from +
    Math.max(
      line
        .replace(/\s+#.*$/, '')
        .trimEnd()
        .replace(/,$/, '').length,
      1,
    )
  );
}

/** The text with `edits`, and where each of its offsets lies in the original. */
export function edited(
  text: string,
  edits: readonly TextEdit[],
): { readonly source: string; readonly place: (offset: number) => number } {
  if (edits.length === 0) return { source: text, place: (offset) => offset };
  const steps: { readonly at: number; readonly end: number; readonly edit: TextEdit }[] = [];
  let shift = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const at = edit.span.start + shift;
    steps.push({ at, end: at + edit.newText.length, edit });
    shift += edit.newText.length - (edit.span.end - edit.span.start);
  }
  const place = (offset: number): number => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const step = steps[low - 1];
    if (step === undefined) return offset;
    const { start, end } = step.edit.span;
    return offset < step.end ? Math.min(start + offset - step.at, end) : end + offset - step.end;
  };
  return { source: applyEdits(text, edits), place };
}

/** A node of the parser's tree that stands for nothing written. */
export function isEmpty(node: ParsedNode): boolean {
  return isScalar(node) && node.source === '' && node.type === 'PLAIN';
}
