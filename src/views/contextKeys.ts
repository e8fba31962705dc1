import type { EngineErrorCode } from '../engine/errors.ts';
import type { Inventory } from '../engine/inventory.ts';

/** Values of `gantry.state`: the connection, and why there is none. */
export type ConnectionKey = 'connecting' | 'connected' | EngineErrorCode;
/** Values of `gantry.swarm`. */
export type SwarmKey = 'inactive' | 'pending' | 'worker' | 'manager' | 'locked' | 'error';

/** What the manifest's when-clauses may ask; `gantry.loaded.KIND` tells "none" from "not known yet". */
export interface ContextKeys {
  readonly 'gantry.state': ConnectionKey;
  readonly 'gantry.swarm': SwarmKey;
  readonly 'gantry.loaded.container': boolean;
  readonly 'gantry.loaded.image': boolean;
  readonly 'gantry.loaded.node': boolean;
}

/** The context keys of one engine, which the shell sets. */
export function contextKeys(inventory: Inventory): ContextKeys {
  const { state, swarm } = inventory;
  return {
    'gantry.state': state.status === 'unreachable' ? state.error.code : state.status,
    'gantry.swarm': swarm.status === 'active' ? (swarm.manager ? 'manager' : 'worker') : swarm.status,
    'gantry.loaded.container': inventory.loaded('container'),
    'gantry.loaded.image': inventory.loaded('image'),
    'gantry.loaded.node': inventory.loaded('node'),
  };
}
