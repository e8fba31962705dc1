import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { EngineError } from '../engine/errors.ts';
import { ContextError } from '../transport/contextStore/contextError.ts';
import { TransportError } from '../transport/transportError.ts';
import { engineErrorMessage, isCancellation } from './messages.ts';
import { plainText } from './plainText.ts';

/** Runs what commands do; disposing it ends all that still run. */
export interface Runs extends vscode.Disposable {
  /** Settles when the task has, and never rejects: an error is told to the person, once and in one place. */
  run(action: string, address: string, task: (signal: AbortSignal) => Promise<void>): Promise<void>;
}

/** `action` of a run is the command's title, which the person knows it by; `address` is where the engine is that it works on. */
export function createRuns(log: vscode.LogOutputChannel): Runs {
  const ended = new AbortController();
  const tell = async (title: string, address: string, error: unknown) => {
    if (isCancellation(error) || ended.signal.aborted) return;
    const action = title.replace(/…$/, '');
    if (error instanceof EngineError) {
      log.warn(`${action}: ${error.code}: ${error.message}`);
      const message = engineErrorMessage(error, action, address);
      if (message !== undefined) await vscode.window.showErrorMessage(plainText(message));
      return;
    }
    const reason = error instanceof Error ? error.message : String(error);
    if (isSentence(error)) {
      log.warn(`${action}: ${reason}`);
      await vscode.window.showErrorMessage(plainText(t('“{0}” failed. {1}', action, reason)));
      return;
    }
    log.error(`${action}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
    const showLog = t('Show Log');
    const chosen = await vscode.window.showErrorMessage(
      plainText(t('“{0}” failed. {1}', action, reason)),
      showLog,
    );
    if (chosen === showLog) log.show();
  };
  return {
    async run(action, address, task) {
      try {
        await task(ended.signal);
      } catch (error) {
        // Not awaited: the run is over, whether the message has been read or not.
        tell(action, address, error).catch((failure: unknown) => log.error(String(failure)));
      }
    },
    dispose: () => ended.abort(),
  };
}

/** Whether a command threw it for the person to read; a TypeError, or an error of the system, is nobody's sentence. */
function isSentence(error: unknown): boolean {
  if (error instanceof ContextError || error instanceof TransportError) return true;
  return error instanceof Error && error.constructor === Error && !('code' in error);
}
