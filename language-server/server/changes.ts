import type { Position as ClientPosition, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { type Lines, linesOf, type Position } from '../text/lines.ts';

/**
 * The text after `changes`, each of which counts in the text that those before it left. Changes that come from the
 * text's end to its start, as editors send several cursors, are applied together, so that each costs no pass of its own.
 * A position outside the text is moved to the nearest one in it.
 */
export function applyChanges(
  text: string,
  lines: Lines,
  changes: readonly TextDocumentContentChangeEvent[],
): string {
  let current = text;
  let index = lines;
  let batch: TextEdit[] = [];
  let first = Number.POSITIVE_INFINITY;
  const apply = (): void => {
    if (batch.length === 0) return;
    // Edits at one place: the later one lies before what the earlier one put there.
    current = applyEdits(current, batch.reverse());
    index = linesOf(current);
    batch = [];
    first = Number.POSITIVE_INFINITY;
  };
  for (const change of changes) {
    const newText = change.text;
    if (!('range' in change) || change.range === undefined || change.range === null) {
      batch = [];
      first = Number.POSITIVE_INFINITY;
      current = newText;
      index = linesOf(current);
      continue;
    }
    // A position is known in the old text only where nothing before it has moved.
    const { start, end } = change.range;
    if (!isBefore(start, index, first) || !isBefore(end, index, first)) apply();
    const a = offsetOf(index, start);
    const b = offsetOf(index, end);
    const span = { start: Math.min(a, b), end: Math.max(a, b) };
    batch.push({ span, newText });
    first = span.start;
  }
  apply();
  return current;
}

/** Whether `position`, in the text whose end from `offset` on has changed, is one of the unchanged start. */
function isBefore(position: ClientPosition, lines: Lines, offset: number): boolean {
  if (offset === Number.POSITIVE_INFINITY) return true;
  const { line, character } = lines.positionAt(offset);
  // At a line's start the break before it may have grown: `\n` put behind `\r` makes one of two.
  return position.line < line || (position.line === line && 0 < character && position.character <= character);
}

/** The offset of a client's position; what is no number counts as 0. */
export function offsetOf(lines: Lines, position: ClientPosition): number {
  const number = (value: unknown): number =>
    typeof value === 'number' && !Number.isNaN(value) ? Math.floor(value) : 0;
  const clean: Position = { line: number(position.line), character: number(position.character) };
  return lines.offsetAt(clean);
}
