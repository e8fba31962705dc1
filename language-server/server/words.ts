import { inspect } from 'node:util';

/** An error with its stack and causes, for the log. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? inspect(error) : String(error);
}
