import type Docker from 'dockerode';
import type { Endpoint } from '../transport/endpoint.ts';
import type { Inventory } from './inventory.ts';

/** One Docker engine: its live inventory, and the client that the verbs in `kinds/` speak through. Disposing ends every connection. */
export interface Engine extends AsyncDisposable {
  readonly inventory: Inventory;
  /** Where it answers; undefined while that could not be found out (a bad DOCKER_HOST, an unknown context). */
  readonly endpoint: Endpoint | undefined;
  /** For this folder alone: verbs wrap each call so that it ends (deadline or signal) and fails with an `EngineError`. */
  readonly client: Docker;
}
