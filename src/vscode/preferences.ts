import * as vscode from 'vscode';
import { type Filter, noFilter } from '../commands/filter.ts';
import type { Preferences } from '../commands/preferences.ts';
import { isFiltering } from '../views/filter.ts';
import { filterKeys } from '../views/filterKeys.ts';
import { writeSetting } from './settings.ts';

/** The window's preferences, and when a view's filter has become another one. */
export interface WindowPreferences extends Preferences, vscode.Disposable {
  /** Fires with the view's id. */
  readonly onDidChangeFilter: vscode.Event<string>;
}

/** Keeps filters in the workspace's memory, and settings where they are set. */
export function createPreferences(memory: vscode.Memento): WindowPreferences {
  const changed = new vscode.EventEmitter<string>();
  for (const view of Object.keys(filterKeys))
    void tellFiltered(view, memory.get<Filter>(keyOf(view)) ?? noFilter);
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

/** Sets the context key that the button which clears the filter asks for: `gantry.filtered.container`. */
async function tellFiltered(view: string, filter: Filter): Promise<void> {
  const key = filterKeys[view];
  if (key !== undefined) await vscode.commands.executeCommand('setContext', key, isFiltering(filter));
}

function keyOf(view: string): string {
  return `filter ${view}`;
}
