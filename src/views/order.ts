const collator = new Intl.Collator('en', { numeric: true });

/** Compares names as people sort them: `web-2` before `web-10`, the same on every machine. */
export function byName(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
