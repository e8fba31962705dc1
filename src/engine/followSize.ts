import type { TerminalIo } from './terminal.ts';

type Size = NonNullable<TerminalIo['size']>;

/** Passes on a terminal's size, now and whenever it changes: one call at a time, the latest size, several tries. */
export function followSize(io: TerminalIo, resize: (size: Size) => Promise<unknown>): Disposable {
  let next: Size | undefined;
  let busy = false;
  let disposed = false;

  async function send(): Promise<void> {
    if (busy) return;
    busy = true;
    let tries = 0;
    while (next !== undefined && !disposed) {
      const size = next;
      next = undefined;
      try {
        await resize(size);
      } catch {
        // The process may not have been started yet, or have just ended.
        tries += 1;
        if (tries < 10) next ??= size;
        await new Promise((resolve) => setTimeout(resolve, 10 * tries));
      }
    }
    busy = false;
  }

  function want(size: Size | undefined): void {
    next = size;
    void send();
  }

  const subscription = io.onResize(want);
  want(io.size);
  return {
    [Symbol.dispose]() {
      disposed = true;
      subscription[Symbol.dispose]();
    },
  };
}
