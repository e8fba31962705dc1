import type { Row } from './view.ts';

/**
 * Sorts rows, beginning with the order of before: a list that is almost in order is sorted in almost no time. The same array
 * as before where nothing differs.
 */
export function keptOrder<R extends Row>(
  former: readonly R[],
  rows: readonly R[],
  compare: (a: R, b: R) => number,
): readonly R[] {
  const left = new Set(rows);
  const kept = former.filter((row) => left.delete(row));
  if (left.size === 0 && kept.length === former.length) return former;
  return [...kept, ...left].sort(compare);
}
