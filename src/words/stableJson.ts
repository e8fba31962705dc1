/**
 * A value as indented JSON with the keys of each object in alphabetical order, so that texts of two values differ no more
 * than the values do. Lists keep their order.
 */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(value, (_key, inner: unknown) => sorted(inner), 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
