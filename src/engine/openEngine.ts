import Docker from 'dockerode';
import type { Endpoint } from '../transport/endpoint.ts';
import type { Engine } from './engine.ts';

export interface EngineOptions {
  /** Finds out where the engine answers; asked again at each connection. */
  readonly resolve: () => Promise<Endpoint>;
  readonly log?: (line: string) => void;
}

/** Opens an engine: it starts to connect at once, and never stops trying until it is disposed. */
export function openEngine(_options: EngineOptions): Engine {
  return {
    client: new Docker(),
    endpoint: undefined,
    inventory: {
      state: { status: 'connecting' },
      swarm: { status: 'inactive', manager: false },
      loaded: () => false,
      list: () => [],
      get: () => undefined,
      onDidChange: () => ({ [Symbol.dispose]() {} }),
      onDidChangeState: () => ({ [Symbol.dispose]() {} }),
      retry() {},
    },
    async [Symbol.asyncDispose]() {},
  };
}
