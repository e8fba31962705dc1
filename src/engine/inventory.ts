import type { Change } from './change.ts';
import type { EngineError } from './errors.ts';
import type { EngineFacts } from './facts.ts';
import type { Kind, ObjectOf } from './kinds/kind.ts';

/** The connection as the inventory sees it. Data is kept while it is not `connected`; it is then stale. */
export type InventoryState =
  | { readonly status: 'connecting' }
  | { readonly status: 'connected' }
  /** It is tried again by itself until it answers; `error` is why the last try failed. */
  | { readonly status: 'unreachable'; readonly error: EngineError };

/** The swarm as this engine knows it. */
export interface SwarmState {
  readonly status: 'inactive' | 'pending' | 'active' | 'locked' | 'error';
  /** Whether this engine is a manager, so that it can list nodes. */
  readonly manager: boolean;
  readonly nodeId?: string;
  readonly error?: string;
}

/** All objects of one engine, kept true by its event stream. Read by views; written by nobody but itself. */
export interface Inventory {
  readonly state: InventoryState;
  readonly swarm: SwarmState;
  /** Undefined before the first connection; then as the engine said at the last one. */
  readonly facts: EngineFacts | undefined;
  /** Whether a kind has been listed since the start; before, "none" means "not known yet". */
  loaded(kind: Kind): boolean;
  list<K extends Kind>(kind: K): readonly ObjectOf<K>[];
  get<K extends Kind>(kind: K, id: string): ObjectOf<K> | undefined;
  /** Calls back after a kind's objects changed. Returns what ends the subscription. */
  onDidChange(listener: (change: Change) => void): Disposable;
  /** Calls back after `state`, `swarm` or `facts` changed. */
  onDidChangeState(listener: () => void): Disposable;
  /** Tries to connect now instead of at the next back-off. */
  retry(): void;
}
