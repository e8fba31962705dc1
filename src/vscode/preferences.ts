import * as vscode from 'vscode';
import { type Filter, noFilter } from '../commands/filter.ts';
import type { Preferences } from '../commands/preferences.ts';
import { filteredViews, filterKeys } from '../views/filterKeys.ts';
import { writeSetting } from './settings.ts';

/** The window's preferences, and when a view's filter has become another one. */
export interface WindowPreferences extends Preferences, vscode.Disposable {
  /** Fires with the view's id. */
  readonly onDidChangeFilter: vscode.Event<string>;
}

/** Keeps filters in the workspace's memory, and settings where they are set. */
export function createPreferences(memory: vscode.Memento): WindowPreferences {
  const changed = new vscode.EventEmitter<string>();
  for (const view of filteredViews) void tellFiltered(view, memory.get<Filter>(keyOf(view)) ?? noFilter);
  return {
    onDidChangeFilter: changed.event,
    setSetting: writeSetting,
    filter: (view) => memory.get<Filter>(keyOf(view)) ?? noFilter,
    async setFilter(view, filter) {
      await memory.update(keyOf(view), filter);
      await tellFiltered(view, filter);
      changed.fire(view);
    },
    dispose: () => changed.dispose(),
  };
}

/** Sets the context keys that the buttons which change the filter ask for, such as `gantry.filtered.container`. */
async function tellFiltered(view: string, filter: Filter): Promise<void> {
  for (const [key, value] of Object.entries(filterKeys(view, filter)))
    await vscode.commands.executeCommand('setContext', key, value);
}

function keyOf(view: string): string {
  return `filter ${view}`;
}
