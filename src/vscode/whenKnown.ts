import { t } from '@vscode/l10n';
import { kindBelow, type SelectionKind } from '../commands/selection.ts';
import type { OpenHost } from '../hosts/host.ts';
import { withProgress } from './progress.ts';

/** Waits until the inventory can say what there is of a kind; throws why it can't. */
export async function whenKnown(
  { name, engine: { inventory } }: OpenHost,
  selected: SelectionKind,
  signal: AbortSignal,
): Promise<void> {
  const kind = kindBelow[selected];
  if (kind === undefined || inventory.loaded(kind)) return;
  await withProgress({
    title: t('Connecting to {0}', name),
    signal,
    task: (cancelled) =>
      new Promise<void>((resolve, reject) => {
        const subscriptions: Disposable[] = [];
        const settle = (end: () => void) => {
          for (const subscription of subscriptions) subscription[Symbol.dispose]();
          end();
        };
        const look = () => {
          const { state } = inventory;
          if (inventory.loaded(kind)) settle(resolve);
          else if (state.status === 'unreachable') settle(() => reject(state.error));
        };
        subscriptions.push(inventory.onDidChange(look), inventory.onDidChangeState(look));
        cancelled.addEventListener('abort', () => settle(() => reject(cancelled.reason)), { once: true });
        look();
      }),
  });
}
