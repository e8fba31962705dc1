/** Names and what they mean, where what is said inside is forgotten outside. */
export interface Environment<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
  names(): IterableIterator<string>;
  /** Where to go back to. */
  mark(): number;
  /** Forgets what was set since the mark. */
  restore(mark: number): void;
}

/** An environment that goes back in as many steps as were made, so that walking a tree of scopes is linear. */
export function environment<T>(): Environment<T> {
  const values = new Map<string, T>();
  const log: { readonly name: string; readonly before: T | undefined }[] = [];
  return {
    get: (name) => values.get(name),
    set(name, value) {
      log.push({ name, before: values.get(name) });
      values.set(name, value);
    },
    names: () => values.keys(),
    mark: () => log.length,
    restore(mark) {
      while (log.length > mark) {
        const last = log.pop();
        if (last === undefined) return;
        if (last.before === undefined) values.delete(last.name);
        else values.set(last.name, last.before);
      }
    },
  };
}
