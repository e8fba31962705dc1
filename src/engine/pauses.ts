import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds: half a frame, so that whoever else wants the thread has it before anybody sees that it was busy. */
const longest = 8;

/** Makes a function for long work to await now and then: it lets others have the thread when the work has had it long enough. */
export function createPauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longest) return;
    await nextTurn();
    since = performance.now();
  };
}

/** What `map` makes of each entry, with pauses. */
export async function mapWithPauses<T, R>(entries: readonly T[], map: (entry: T) => R): Promise<R[]> {
  const pause = createPauses();
  const made: R[] = [];
  for (const [i, entry] of entries.entries()) {
    made.push(map(entry));
    if (i % 64 === 63) await pause();
  }
  return made;
}
