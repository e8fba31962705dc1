/**
 * Whether two plain values (what JSON can say, and undefined) are equal in depth. Several times as fast on them as
 * `isDeepStrictEqual`, which looks for everything else as well: thousands of objects are compared at each whole list.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((entry, i) => sameValue(entry, b[i]));
  }
  return !Array.isArray(b) && sameMembers(a as Members, b as Members);
}

type Members = Readonly<Record<string, unknown>>;

function sameMembers(a: Members, b: Members): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => sameValue(a[key], b[key]) && (a[key] !== undefined || Object.hasOwn(b, key)));
}
