/** Which of what is unused is meant when it is cleaned up; all of it where nothing is said. */
export interface PruneFilter {
  /** What was made before this moment, in milliseconds since the epoch. */
  readonly before?: number;
  /** What has each of these labels: `key`, or `key=value`. */
  readonly labels?: readonly string[];
}

/** The filter as the engine's API takes it. */
export function pruneFilters({ before, labels = [] }: PruneFilter): Record<string, string[]> {
  return {
    ...(before === undefined ? {} : { until: [String(Math.floor(before / 1000))] }),
    ...labelFilters(labels),
  };
}

/** Labels as the engine's API filters by them. */
export function labelFilters(labels: readonly string[]): Record<string, string[]> {
  return labels.length === 0 ? {} : { label: [...labels] };
}

/** Whether something fits, by the engine's own rules: what it would remove can so be said before. */
export function fitsPrune(
  { createdAt, labels }: { readonly createdAt: number; readonly labels: Readonly<Record<string, string>> },
  { before, labels: wanted = [] }: PruneFilter,
): boolean {
  if (before !== undefined && createdAt >= before) return false;
  return wanted.every((label) => {
    const equals = label.indexOf('=');
    if (equals < 0) return Object.hasOwn(labels, label);
    return labels[label.slice(0, equals)] === label.slice(equals + 1);
  });
}
