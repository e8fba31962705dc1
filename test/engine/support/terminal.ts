import type { TerminalIo } from '../../../src/engine/terminal.ts';

type Size = NonNullable<TerminalIo['size']>;

/** A person at a terminal, for programs that run in one. */
export interface TestTerminal {
  readonly io: TerminalIo;
  readonly output: string;
  type(text: string): void;
  resize(size: Size): void;
  close(): void;
  /** Resolves when the output matches. */
  shown(pattern: RegExp): Promise<void>;
}

/** Opens a terminal of that size. */
export function createTerminal(size: Size = { columns: 80, rows: 24 }): TestTerminal {
  const inputs = new Set<(data: string) => void>();
  const resizes = new Set<(size: Size) => void>();
  const writes = new Set<() => void>();
  const closing = new AbortController();
  let output = '';
  const subscribe = <T>(set: Set<T>, listener: T): Disposable => {
    set.add(listener);
    return { [Symbol.dispose]: () => void set.delete(listener) };
  };
  return {
    io: {
      write(data) {
        output += data;
        for (const look of [...writes]) look();
      },
      onInput: (listener) => subscribe(inputs, listener),
      onResize: (listener) => subscribe(resizes, listener),
      size,
      signal: closing.signal,
    },
    get output() {
      return output;
    },
    type(text) {
      for (const listener of [...inputs]) listener(text);
    },
    resize(next) {
      for (const listener of [...resizes]) listener(next);
    },
    close: () => closing.abort(),
    shown: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          if (!pattern.test(output)) return;
          writes.delete(look);
          resolve();
        };
        writes.add(look);
        look();
      }),
  };
}
