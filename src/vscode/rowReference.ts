/** Names a row, whatever has become of it since: what the editor holds, and what commands take as their argument. */
export interface RowReference {
  /** The view's id. */
  readonly view: string;
  /** The id of the host that the row is of: the same image may be on several. */
  readonly host: string;
  readonly key: string;
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
