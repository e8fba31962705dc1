import * as vscode from 'vscode';
import { plainText } from './plainText.ts';

/** Milliseconds that a task may take before it is shown: most are over sooner, and a message that flashes up is noise. */
const quiet = 400;

/** Awaits a task, which a notification with "Cancel" shows if it takes a while. Its signal is aborted by either. */
export async function withProgress<T>(options: {
  readonly title: string;
  readonly signal: AbortSignal;
  readonly task: (signal: AbortSignal) => Promise<T>;
}): Promise<T> {
  const { title, signal, task } = options;
  const cancelled = new AbortController();
  const running = task(AbortSignal.any([signal, cancelled.signal]));
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
          async (_progress, token) => {
            token.onCancellationRequested(() => cancelled.abort());
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
