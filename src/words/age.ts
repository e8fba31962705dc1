import { t } from '@vscode/l10n';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** From the longest to the shortest, each in words for one of them and for several. */
const steps: readonly {
  readonly length: number;
  one(): string;
  several(count: number): string;
}[] = [
  { length: 365 * day, one: () => t('1 year ago'), several: (count) => t('{0} years ago', count) },
  { length: 30 * day, one: () => t('1 month ago'), several: (count) => t('{0} months ago', count) },
  { length: 7 * day, one: () => t('1 week ago'), several: (count) => t('{0} weeks ago', count) },
  { length: day, one: () => t('1 day ago'), several: (count) => t('{0} days ago', count) },
  { length: hour, one: () => t('1 hour ago'), several: (count) => t('{0} hours ago', count) },
  { length: minute, one: () => t('1 minute ago'), several: (count) => t('{0} minutes ago', count) },
];

/** Until when, counted from `now`, the words for that age stay the same. */
export function ageWordsUntil(time: number, now: number): number {
  const age = now - time;
  const index = steps.findIndex(({ length }) => age >= length);
  const { length = minute } = steps[index] ?? {};
  const longer = steps.at(index === -1 ? -1 : index - 1);
  const next = (Math.floor(Math.max(0, age) / length) + 1) * length;
  return time + (index === 0 || longer === undefined ? next : Math.min(next, longer.length));
}

/** How long ago a time was, such as `3 days ago`; both in milliseconds since the epoch. */
export function ageWords(time: number, now: number): string {
  const age = now - time;
  const step = steps.find(({ length }) => age >= length);
  if (step === undefined) return t('just now');
  const count = Math.floor(age / step.length);
  return count === 1 ? step.one() : step.several(count);
}
