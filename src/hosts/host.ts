import type { Engine } from '../engine/engine.ts';

/** An engine that the person knows by name: a context of the CLI's, DOCKER_HOST, a socket of this machine. */
export interface Host {
  /** Stable across sessions: prefix of every row's key. */
  readonly id: string;
  readonly name: string;
  /** Where it is, for a person: `unix:///var/run/docker.sock`. */
  readonly address: string;
  readonly engine: Engine;
}
