import * as vscode from 'vscode';
import { contextKeys } from '../views/contextKeys.ts';
import { refresher } from './refresher.ts';
import type { WindowHosts } from './windowHosts.ts';

/** Keeps the context keys of the active host that the manifest's when-clauses name; tells the editor only of those that differ. */
export function keepContextKeys(hosts: WindowHosts, log: vscode.LogOutputChannel): vscode.Disposable {
  const told = new Map<string, unknown>();
  const tell = () => {
    const host = hosts.active;
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
    hosts.onDidChange(() => telling.soon()),
  );
}
