import type { Call, EngineClient } from '../client.ts';
import type { EngineEvent } from '../events.ts';

/** How the inventory comes by the objects of one kind. */
export interface Source<T> {
  list(engine: EngineClient, call: Call): Promise<readonly T[]>;
  /** Those of these ids that there are. Without it the kind is always listed whole. */
  read?(engine: EngineClient, ids: readonly string[], call: Call): Promise<readonly T[]>;
  /** Which object an event touches: its id, all, or none. */
  touched(event: EngineEvent): string | 'all' | undefined;
}
