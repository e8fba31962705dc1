import type { Engine } from '../../../src/engine/engine.ts';
import type { Inventory } from '../../../src/engine/inventory.ts';
import { openEngine } from '../../../src/engine/openEngine.ts';

/** Opens our engine on a socket. */
export function openOn(socketPath: string): Engine {
  return openEngine({ resolve: async () => ({ kind: 'socket', path: socketPath }) });
}

/** Opens our engine on a socket; resolves when its inventory is true. */
export async function connectTo(socketPath: string): Promise<Engine> {
  const engine = openOn(socketPath);
  await until(engine.inventory, ({ state }) => state.status === 'connected');
  return engine;
}

/** Resolves when the inventory is as wished: now, or after one of its changes. */
export function until(inventory: Inventory, wished: (inventory: Inventory) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (wished(inventory)) return resolve();
    const look = () => {
      if (!wished(inventory)) return;
      changes[Symbol.dispose]();
      states[Symbol.dispose]();
      resolve();
    };
    const changes = inventory.onDidChange(look);
    const states = inventory.onDidChangeState(look);
  });
}

/** The container of that name, which is there. */
export function containerNamed(inventory: Inventory, name: string) {
  return inventory.list('container').find((container) => container.name === name);
}
