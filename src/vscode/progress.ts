import * as vscode from 'vscode';
import type { Report } from '../commands/report.ts';
import { plainText } from './plainText.ts';

/** Milliseconds that a task may take before it is shown: most are over sooner, and a message that flashes up is noise. */
const quiet = 400;

/** Awaits a task, which a notification with "Cancel" shows if it takes a while. Its signal is aborted by either. */
export async function withProgress<T>(options: {
  readonly title: string;
  readonly signal: AbortSignal;
  readonly task: (signal: AbortSignal, report: Report) => Promise<T>;
}): Promise<T> {
  const { title, signal, task } = options;
  const cancelled = new AbortController();
  const said = latestReport();
  const running = task(AbortSignal.any([signal, cancelled.signal]), said.report);
  const settled = running.then(
    () => undefined,
    () => undefined,
  );
  let timer: NodeJS.Timeout | undefined;
  const shown = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      vscode.window
        .withProgress(
          { location: vscode.ProgressLocation.Notification, title: plainText(title), cancellable: true },
          async (progress, token) => {
            token.onCancellationRequested(() => cancelled.abort());
            said.showIn(progress);
            await settled;
          },
        )
        .then(resolve, () => resolve());
    }, quiet);
  });
  await Promise.race([settled, shown]);
  clearTimeout(timer);
  return running;
}

/** Keeps what was reported until there is something to show it in. The editor takes steps in percent, reports say the whole. */
function latestReport(): {
  readonly report: Report;
  showIn(progress: vscode.Progress<{ message?: string; increment?: number }>): void;
} {
  let message: string | undefined;
  let percent = 0;
  let shownPercent = 0;
  let shownIn: vscode.Progress<{ message?: string; increment?: number }> | undefined;
  const show = () => {
    const increment = Math.max(0, percent - shownPercent);
    shownPercent += increment;
    shownIn?.report({
      ...(message === undefined ? {} : { message: plainText(message) }),
      ...(increment === 0 ? {} : { increment }),
    });
  };
  return {
    report(progress) {
      message = progress.message ?? message;
      percent = progress.fraction === undefined ? percent : Math.min(1, progress.fraction) * 100;
      if (shownIn !== undefined) show();
    },
    showIn(progress) {
      shownIn = progress;
      show();
    },
  };
}
