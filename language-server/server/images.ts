import { unlessAborted } from './patience.ts';

/**
 * Asks the client for its images, by `request`. An answer is waited for `patience` milliseconds at most, and while one
 * is overdue nobody waits for it again: a client that never answers costs its person one short wait.
 */
export function imagesFrom(
  request: () => Promise<unknown>,
  patience = 300,
): (signal: AbortSignal) => Promise<readonly string[]> {
  let due: Promise<readonly string[]> | undefined;
  let overdue: AbortSignal | undefined;
  return (signal) => {
    due ??= request()
      .then(strings, () => [])
      .finally(() => {
        due = undefined;
        overdue = undefined;
      });
    overdue ??= AbortSignal.timeout(patience);
    return unlessAborted(due, AbortSignal.any([signal, overdue]), []);
  };
}

function strings(answer: unknown): readonly string[] {
  return Array.isArray(answer) ? answer.filter((item) => typeof item === 'string') : [];
}
