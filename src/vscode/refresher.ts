import type { Disposable } from 'vscode';

/** Milliseconds: what happens together is shown together. */
const tick = 16;
/** Milliseconds between two refreshes while changes do not stop: enough for the eye, and no busy loop. */
const pause = 100;

/** Calls `refresh` soon after a change, once for all that come meanwhile, however long they go on. */
export function refresher(refresh: () => void): Disposable & { soon(): void } {
  let timer: NodeJS.Timeout | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return {
    soon() {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          last = performance.now();
          refresh();
        },
        Math.max(tick, last + pause - performance.now()),
      );
    },
    dispose: () => clearTimeout(timer),
  };
}
