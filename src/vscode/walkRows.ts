import type { Row } from '../views/view.ts';
import type { RowReference } from './rowReference.ts';
import type { PlacedRow, ShownRows } from './shownRows.ts';

/** Rows and all below them but for what the engine would have to be asked for, each with the label of the row above. */
export function* walkRows(
  rows: readonly Row[],
  group?: string,
): Generator<{ readonly row: Row; readonly group?: string }> {
  for (const row of rows) {
    yield { row, ...(group === undefined ? {} : { group }) };
    yield* walkRows(row.children?.() ?? [], row.label);
  }
}

/** The row that a reference names among these, looked for where it is shown, and else everywhere. */
export function findRow(
  rows: readonly PlacedRow[],
  reference: RowReference,
  shown: ShownRows,
): Row | undefined {
  const first = rows.filter(({ host }) => host === reference.host).map(({ row }) => row);
  const path = shown.path(reference);
  if (path.length === 0) {
    for (const { row } of walkRows(first)) if (row.key === reference.key) return row;
    return undefined;
  }
  let level: readonly Row[] = first;
  for (const key of path) {
    const row = level.find((one) => one.key === key);
    if (row === undefined) return undefined;
    if (key === reference.key && key === path.at(-1)) return row;
    if (row.load !== undefined) return shown.row(reference);
    level = row.children?.() ?? [];
  }
  return undefined;
}
