import { counted } from './counted.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  { unit: 'year', length: 365 * day },
  { unit: 'month', length: 30 * day },
  { unit: 'week', length: 7 * day },
  { unit: 'day', length: day },
  { unit: 'hour', length: hour },
  { unit: 'minute', length: minute },
] as const;

/** How long ago a time was, such as `3 days ago`; both in milliseconds since the epoch. */
export function ageWords(time: number, now: number): string {
  const age = now - time;
  const step = steps.find(({ length }) => age >= length);
  return step === undefined ? 'just now' : `${counted(Math.floor(age / step.length), step.unit)} ago`;
}
