import type { Row } from '../views/view.ts';

/** Names a row, whatever has become of it since: what the editor holds, and what commands take as their argument. */
export interface RowReference {
  /** The view's id. */
  readonly view: string;
  /** The id of the host that the row's object is on: the same image may be on several. */
  readonly host: string;
  readonly key: string;
}

/** The rows that a tree shows, by key. References are the same objects for as long as their row is there. */
export interface RowIndex {
  readonly host: string;
  readonly rows: readonly Row[];
  readonly roots: RowReference[];
  row(key: string): Row | undefined;
  reference(key: string): RowReference | undefined;
  children(key: string): RowReference[];
  parent(key: string): RowReference | undefined;
}

/** Indexes the rows of one view of a host; `before` is the index that it replaces. */
export function rowIndex(
  { view, host }: Pick<RowReference, 'view' | 'host'>,
  rows: readonly Row[],
  before?: RowIndex,
): RowIndex {
  const entries = new Map<
    string,
    { readonly row: Row; readonly reference: RowReference; readonly parent?: RowReference }
  >();
  const add = (level: readonly Row[], parent?: RowReference): void => {
    for (const row of level) {
      const old = before?.reference(row.key);
      const reference = old?.host === host ? old : { view, host, key: row.key };
      entries.set(row.key, { row, reference, ...(parent === undefined ? {} : { parent }) });
      add(row.children ?? [], reference);
    }
  };
  add(rows);
  const referencesOf = (level: readonly Row[]) =>
    level.flatMap(({ key }) => entries.get(key)?.reference ?? []);
  return {
    host,
    rows,
    roots: referencesOf(rows),
    row: (key) => entries.get(key)?.row,
    reference: (key) => entries.get(key)?.reference,
    children: (key) => referencesOf(entries.get(key)?.row.children ?? []),
    parent: (key) => entries.get(key)?.parent,
  };
}

/** Whether a value names a row of some view; commands get their arguments from anybody. */
export function isRowReference(value: unknown): value is RowReference {
  return (
    typeof value === 'object' &&
    value !== null &&
    'view' in value &&
    typeof value.view === 'string' &&
    'host' in value &&
    typeof value.host === 'string' &&
    'key' in value &&
    typeof value.key === 'string'
  );
}
