import type { Disposable } from 'vscode';

/**
 * Milliseconds between two refreshes while changes do not stop. The editor draws the first change of a tree at once and
 * holds back all others until there has been none for 200 ms (VS Code, `extHostTreeViews.ts`): told more often it would
 * never draw.
 */
const drawingPause = 220;

/** Calls `refresh` at once after a change; once for all that come within the pause after it, in milliseconds, however long they go on. */
export function refresher(refresh: () => void, pause = drawingPause): Disposable & { soon(): void } {
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
        Math.max(0, last + pause - performance.now()),
      );
    },
    dispose: () => clearTimeout(timer),
  };
}
