/**
 * The candidate that `word` is most likely a slip of; nothing when none is near enough. Case, and `-` against `_`, do
 * not count; a name that the word is the start of, or that starts the word, is near too.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = normal(word);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    const other = normal(candidate);
    if (other === wanted) return candidate;
    const distance = distanceOf(wanted, other, least);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  if (best !== undefined || wanted.length < 3) return best;
  const starts = [...candidates].filter((candidate) => normal(candidate).startsWith(wanted));
  return starts.length === 1 ? starts[0] : undefined;
}

/** `portsMapping`, `ports-mapping` and `Ports_Mapping` are the same. */
function normal(word: string): string {
  return word
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[-.\s]/g, '_')
    .toLowerCase();
}

/** Edits, with the swap of two neighbours as one; at least `limit` counts as far. */
function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? limit;
}
