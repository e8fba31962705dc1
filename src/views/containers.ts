import { t } from '@vscode/l10n';
import type { Inventory } from '../engine/inventory.ts';
import { isRunning } from './containerRow.ts';
import { createContainerRows } from './containerRows.ts';
import { createContainerSieve } from './containerSieve.ts';
import { describeFilter } from './filter.ts';
import { nothingMatchesRow } from './nothingMatchesRow.ts';
import type { EngineView, ViewOptions } from './view.ts';

/** Containers, grouped and sorted as the person has chosen. */
export const containersView: EngineView = createContainersView();

/** It remembers the rows of each inventory: at a change only those are made anew that differ. */
function createContainersView(): EngineView {
  const memories = new WeakMap<Inventory, ReturnType<typeof remember>>();
  const remember = () => ({ sieve: createContainerSieve(), rows: createContainerRows() });

  function memoryOf(inventory: Inventory) {
    const memory = memories.get(inventory) ?? remember();
    memories.set(inventory, memory);
    return memory;
  }

  function shownOf(inventory: Inventory, { filter, workspaceFolders }: ViewOptions) {
    return memoryOf(inventory).sieve(inventory.list('container'), filter, workspaceFolders);
  }

  return {
    on: 'engine',
    id: 'gantry.containers',
    title: 'Containers',
    watches: ['container'],
    rows({ inventory }, options) {
      const all = inventory.list('container');
      const shown = shownOf(inventory, options);
      if (shown.length === 0 && all.length > 0)
        return [nothingMatchesRow(options.filter, 'container.filterClear')];
      return memoryOf(inventory).rows({ inventory, all, shown, options });
    },
    summary({ inventory }, options) {
      const all = inventory.list('container');
      if (all.length === 0) return undefined;
      const filter = describeFilter(options.filter);
      if (filter === undefined) return t('{0} running', all.filter(isRunning).length);
      return t('{0} of {1} · {2}', shownOf(inventory, options).length, all.length, filter);
    },
  };
}
