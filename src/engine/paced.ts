import { setTimeout as delay } from 'node:timers/promises';
import type { TerminalIo } from './terminal.ts';

/** A terminal's own share of a second, in milliseconds, and how much it gets in it, in UTF-16 units. */
const turn = 16;
const most = 128 * 1024;

/**
 * Writes to a terminal. A terminal can't say that it is full, so it gets no more than it can draw: who awaits each writing
 * leaves the rest in the engine and, by its pipe, in the container.
 */
export function pacedWriter(io: Pick<TerminalIo, 'write'>): (text: string) => Promise<void> {
  let written = 0;
  let since = performance.now();
  return async (text) => {
    io.write(text);
    written += text.length;
    const now = performance.now();
    if (now - since >= turn) {
      written = 0;
      since = now;
    } else if (written > most) {
      await delay(turn);
    }
  };
}
