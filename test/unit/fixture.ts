import type { Span } from '../../language-server/text/span.ts';

/** A finding that a fixture expects: where, and its whole message. */
export interface Mark {
  readonly span: Span;
  readonly message: string;
}

/**
 * Reads a fixture whose marker lines say what is found in the line above them:
 *
 *     MAINTAINER a@b.c
 *     ^^^^^^^^^^^^^^^^ the whole message
 *
 * A line may have several markers under it. Answers the text without them.
 */
export function readMarks(fixture: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let lineStart = 0;
  for (const line of fixture.split(/(?<=\n)/)) {
    const marker = /^([ \t]*)(\^+)(?: (.*?))?\r?\n?$/.exec(line);
    if (marker === null) {
      lineStart = text.length;
      text += line;
      continue;
    }
    const [, indent = '', carets = '', message = ''] = marker;
    const start = lineStart + indent.length;
    marks.push({ span: { start, end: start + carets.length }, message });
  }
  // The line break before a marker on the last line belongs to the marker.
  if (!fixture.endsWith('\n') && text.endsWith('\n')) text = text.replace(/\r?\n$/, '');
  return { text, marks };
}

/**
 * What of a finding a marker can show: a marker stands under one line and has at least one caret. So a finding over
 * several lines is compared by its part in the first, and an empty one is one column wide.
 */
export function markable(text: string, span: Span): Span {
  const lineBreak = text.slice(span.start).search(/\r?\n/);
  const lineEnd = lineBreak < 0 ? text.length : span.start + lineBreak;
  return { start: span.start, end: Math.max(Math.min(span.end, lineEnd), span.start + 1) };
}

/** Reads a fixture with one `$0`, the cursor. Answers the text without it. */
export function readCursor(fixture: string): { readonly text: string; readonly offset: number } {
  const offset = fixture.indexOf('$0');
  if (offset < 0) throw new Error(`The fixture has no cursor $0: ${fixture}`);
  return { text: fixture.slice(0, offset) + fixture.slice(offset + 2), offset };
}

/** Reads a fixture of several files, each of which starts with a line `//- name`. */
export function readFiles(fixture: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const [before = '', ...parts] = fixture.split(/^\/\/- /m);
  if (before.trim() !== '') throw new Error(`The fixture has text before its first file: ${before}`);
  for (const part of parts) {
    const end = part.indexOf('\n');
    const name = (end < 0 ? part : part.slice(0, end)).trim();
    files.set(name, end < 0 ? '' : part.slice(end + 1));
  }
  return files;
}
