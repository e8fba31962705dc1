import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { AnyForm } from '../commands/form.ts';
import { EngineError } from '../engine/errors.ts';
import type { OpenHost } from '../hosts/host.ts';
import { readFromPage, type ToPage } from '../webviews/form/protocol.ts';
import { FormSession } from './formSession.ts';
import { engineErrorMessage } from './messages.ts';
import { openWebview } from './webview.ts';

/** Pages to fill in. */
export interface Forms {
  /** Opens one; resolves to what its `run` resolved to, undefined when the page was closed before or `signal` aborted. */
  open<R>(form: AnyForm, host: OpenHost, signal: AbortSignal): Promise<R | undefined>;
}

/** `extensionUri` is where the pages' files are. */
export function createForms(extensionUri: vscode.Uri, log: Pick<vscode.LogOutputChannel, 'error'>): Forms {
  return {
    async open<R>(form: AnyForm, { address }: OpenHost, signal: AbortSignal): Promise<R | undefined> {
      if (signal.aborted) return undefined;
      const { title } = form;
      const panel = openWebview(extensionUri, { name: 'form', title });
      const { promise, resolve } = Promise.withResolvers<unknown>();
      let shown = true;
      const session = new FormSession(form, {
        send(message: ToPage) {
          if (shown) void panel.webview.postMessage(message);
        },
        done(result) {
          resolve(result);
          panel.dispose();
        },
        words: (error) => wordsOf(error, title, address, log),
      });
      const close = () => panel.dispose();
      signal.addEventListener('abort', close, { once: true });
      panel.webview.onDidReceiveMessage((data: unknown) => {
        const message = readFromPage(data);
        if (message === undefined) return log.error(`${title}: the page sent what is no message.`);
        if (message.type === 'close') close();
        else session.receive(message);
      });
      panel.onDidDispose(() => {
        shown = false;
        signal.removeEventListener('abort', close);
        session.dispose();
        resolve(undefined);
      });
      // What the form's `run` resolved to: of the type that the form was declared with.
      return (await promise) as R | undefined;
    },
  };
}

function wordsOf(
  error: unknown,
  title: string,
  address: string,
  log: Pick<vscode.LogOutputChannel, 'error'>,
): string {
  if (error instanceof EngineError) return engineErrorMessage(error, title, address) ?? t('Cancelled.');
  if (error instanceof Error && error.constructor === Error) return error.message;
  log.error(`${title}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return error instanceof Error ? error.message : String(error);
}
