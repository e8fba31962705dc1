/** Who is told when something changes. */
export interface Listeners<T> {
  /** Returns what ends the subscription. */
  add(listener: (value: T) => void): Disposable;
  fire(value: T): void;
}

/** Makes an empty set of listeners; one that throws is reported and does not keep the others from being told. */
export function createListeners<T>(onError: (error: unknown) => void): Listeners<T> {
  const listeners = new Set<{ readonly listener: (value: T) => void }>();
  return {
    add(listener) {
      const entry = { listener };
      listeners.add(entry);
      return { [Symbol.dispose]: () => void listeners.delete(entry) };
    },
    fire(value) {
      for (const { listener } of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}
