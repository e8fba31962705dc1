import type { Endpoint } from '../transport/endpoint.ts';
import type { EngineClient } from './client.ts';
import type { Inventory } from './inventory.ts';

/** One Docker engine: its live inventory, and the client that the verbs speak through. Disposing ends every connection. */
export interface Engine extends EngineClient, AsyncDisposable {
  readonly inventory: Inventory;
  /** Where it answers; undefined while that could not be found out (a bad DOCKER_HOST, an unknown context). */
  readonly endpoint: Endpoint | undefined;
}
