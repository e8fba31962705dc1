import * as vscode from 'vscode';
import { contextKeys } from '../views/contextKeys.ts';
import type { ActiveHost } from './activeHost.ts';
import { refresher } from './refresher.ts';

/** Keeps the context keys that the manifest's when-clauses name; tells the editor only of those that differ. */
export function keepContextKeys(active: ActiveHost, log: vscode.LogOutputChannel): vscode.Disposable {
  const told = new Map<string, unknown>();
  const tell = () => {
    const host = active.current;
    if (host === undefined) return;
    for (const [key, value] of Object.entries(contextKeys(host.engine.inventory))) {
      if (told.get(key) === value) continue;
      told.set(key, value);
      vscode.commands
        .executeCommand('setContext', key, value)
        .then(undefined, (error: unknown) => log.error(`${key}: ${String(error)}`));
    }
  };
  const telling = refresher(tell);
  tell();
  return vscode.Disposable.from(
    telling,
    active.onDidChange(() => telling.soon()),
  );
}
