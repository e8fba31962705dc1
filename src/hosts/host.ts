import type { Engine } from '../engine/engine.ts';
import type { Endpoint } from '../transport/endpoint.ts';

/** An engine that can be connected to: a context of the docker CLI's, DOCKER_HOST, a socket of this machine. */
export interface Host {
  /** Stable across sessions, a prefix of every row's key: `context:NAME`, `host:ADDRESS` (DOCKER_HOST), `socket:ADDRESS`. */
  readonly id: string;
  readonly name: string;
  /** Where it is, for a person: `unix:///var/run/docker.sock`. Its name where that can't be found out. */
  readonly address: string;
  readonly source: 'environment' | 'context' | 'socket';
  /** Whether it is a context with files in the docker CLI's store, which can be changed. */
  readonly stored?: boolean;
  /** What the context's author wrote of it. */
  readonly description?: string;
  /** Why it can't be connected to as it is written down, in words for a person. */
  readonly problem?: string;
  /** Finds out where the engine answers, anew each time. Throws a `TransportError`. */
  endpoint(): Endpoint;
}

/** A host that is connected to, or tried to be, for as long as it is one of the open ones. */
export interface OpenHost extends Host {
  readonly engine: Engine;
  /** How far a connection is that takes its time, in words for a person: `Logging in to box as me…`. */
  readonly progress?: string;
}
