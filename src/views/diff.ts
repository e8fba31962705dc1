import { contextValueOf } from '../commands/contextValue.ts';
import type { Row } from './view.ts';

/**
 * Which rows to draw again so that a tree showing `before` shows `after`: the fewest, by key, or `'all'` where the
 * roots themselves are others or in another order. Drawing a row again draws all that is below it again.
 */
export function changedRows(before: readonly Row[], after: readonly Row[]): 'all' | readonly string[] {
  if (!sameKeys(before, after)) return 'all';
  return changedAmong(before, after);
}

/** Rows of two lists with the same keys. */
function changedAmong(before: readonly Row[], after: readonly Row[]): readonly string[] {
  return after.flatMap((row, i) => {
    const old = before[i];
    if (old === row) return [];
    if (old === undefined || !sameItself(old, row) || !sameKeys(old.children, row.children)) return [row.key];
    return changedAmong(old.children ?? [], row.children ?? []);
  });
}

/** Whether two rows look the same and have the same menu. `expanded` counts only when a row is first seen. */
function sameItself(a: Row, b: Row): boolean {
  return (
    a.label === b.label &&
    a.description === b.description &&
    a.icon.id === b.icon.id &&
    a.icon.color === b.icon.color &&
    a.tooltip === b.tooltip &&
    a.accessibilityLabel === b.accessibilityLabel &&
    menuOf(a) === menuOf(b)
  );
}

function sameKeys(before: readonly Row[] | undefined, after: readonly Row[] | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before.length === after.length && after.every(({ key }, i) => before[i]?.key === key);
}

function menuOf({ object }: Row): string | undefined {
  return object && contextValueOf(object);
}
