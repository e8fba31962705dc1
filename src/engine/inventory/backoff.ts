/** How long to wait before the next try. */
export interface Backoff {
  /** Milliseconds; longer each time it is asked. */
  next(): number;
  reset(): void;
}

/** Doubles from `first` to `most`, less up to a quarter of it at random, so that many clients do not come at once. */
export function createBackoff({ first, most }: { readonly first: number; readonly most: number }): Backoff {
  let delay = first;
  return {
    next() {
      const now = delay;
      delay = Math.min(most, delay * 2);
      return now * (1 - Math.random() / 4);
    },
    reset() {
      delay = first;
    },
  };
}
