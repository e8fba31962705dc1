import type { Engine } from '../../src/engine/engine.ts';
import { defaultSettings } from '../../src/settings.ts';
import type { Row, ViewOptions } from '../../src/views/view.ts';
import { plainInventory } from './plainInventory.ts';

/** An engine that answers nothing but its inventory. */
export function plainEngine(
  inventory: Engine['inventory'] = plainInventory(),
  endpoint?: Engine['endpoint'],
): Engine {
  return {
    get client(): never {
      throw new Error('This engine is not to be asked.');
    },
    inventory,
    endpoint,
    async [Symbol.asyncDispose]() {},
  };
}

/** A view's options where nobody has chosen anything, but for what is given. */
export function viewOptions(given: Partial<ViewOptions> = {}): ViewOptions {
  return {
    settings: defaultSettings,
    filter: {},
    usage: () => undefined,
    workspaceFolders: [],
    now: Date.now(),
    ...given,
  };
}

/** A tree as text: labels, indented, but for what would have to be loaded. */
export function drawnRows(rows: readonly Row[], indent = ''): readonly string[] {
  return rows.flatMap(({ label, children }) => [
    `${indent}${label}`,
    ...drawnRows(children?.() ?? [], `${indent}  `),
  ]);
}
