import * as vscode from 'vscode';
import type { ViewOptions } from '../views/view.ts';
import type { WindowPreferences } from './preferences.ts';
import { readSettings } from './settings.ts';
import type { WindowUsage } from './usage.ts';

/** What the views' options are now, by a view's id, and when they become others. */
export interface WindowViewOptions extends vscode.Disposable {
  options(view: string): ViewOptions;
  /** Fires with a view's id, or with undefined where it concerns all. */
  readonly onDidChangeOptions: vscode.Event<string | undefined>;
}

/** Options from the settings, the filters, the workspace, and what containers use. */
export function createViewOptions(preferences: WindowPreferences, usage: WindowUsage): WindowViewOptions {
  const changed = new vscode.EventEmitter<string | undefined>();
  let settings = readSettings();
  const registrations = vscode.Disposable.from(
    changed,
    preferences.onDidChangeFilter((view) => changed.fire(view)),
    usage.onDidChange(() => changed.fire('gantry.containers')),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire(undefined)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('gantry')) return;
      settings = readSettings();
      changed.fire(undefined);
    }),
  );
  return {
    onDidChangeOptions: changed.event,
    options: (view) => ({
      settings,
      filter: preferences.filter(view),
      usage: usage.usage,
      workspaceFolders: (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
      now: Date.now(),
    }),
    dispose: () => registrations.dispose(),
  };
}
