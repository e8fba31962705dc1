import type { EngineErrorCode } from '../engine/errors.ts';
import { type Capability, capabilityNames, type EngineFacts } from '../engine/facts.ts';
import type { Inventory } from '../engine/inventory.ts';
import type { Kind } from '../engine/kinds/kind.ts';
import { kinds } from '../engine/kinds/sources.ts';

/** Values of `gantry.state`: the connection, and why there is none. */
export type ConnectionKey = 'connecting' | 'connected' | EngineErrorCode;
/** Values of `gantry.swarm`. */
export type SwarmKey = 'inactive' | 'pending' | 'worker' | 'manager' | 'locked' | 'error';

/** What the manifest's when-clauses may ask; `gantry.loaded.KIND` tells "none" from "not known yet", `gantry.can.CAPABILITY` is true until the engine is known to lack it. */
export type ContextKeys = {
  readonly 'gantry.state': ConnectionKey;
  readonly 'gantry.swarm': SwarmKey;
  readonly 'gantry.product': EngineFacts['product'] | 'unknown';
} & LoadedKeys &
  CapabilityKeys;

/** The context keys of one engine, which the shell sets. */
export function contextKeys(inventory: Inventory): ContextKeys {
  const { state, swarm, facts } = inventory;
  return {
    'gantry.state': state.status === 'unreachable' ? state.error.code : state.status,
    'gantry.swarm': swarm.status === 'active' ? (swarm.manager ? 'manager' : 'worker') : swarm.status,
    'gantry.product': facts?.product ?? 'unknown',
    ...loadedKeys(inventory),
    ...capabilityKeys(facts),
  };
}

type LoadedKeys = { readonly [K in Kind as `gantry.loaded.${K}`]: boolean };

function loadedKeys(inventory: Inventory): LoadedKeys {
  return Object.fromEntries(
    kinds.map((kind) => [`gantry.loaded.${kind}`, inventory.loaded(kind)]),
  ) as LoadedKeys;
}

type CapabilityKeys = { readonly [C in Capability as `gantry.can.${C}`]: boolean };

function capabilityKeys(facts: EngineFacts | undefined): CapabilityKeys {
  return Object.fromEntries(
    capabilityNames.map((name) => [`gantry.can.${name}`, facts?.capabilities[name] ?? true]),
  ) as CapabilityKeys;
}
