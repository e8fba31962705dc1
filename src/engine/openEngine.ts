import Docker from 'dockerode';
import type { Endpoint } from '../transport/endpoint.ts';
import { watchPath } from '../transport/watchPath.ts';
import { createConnection } from './connection.ts';
import type { Engine } from './engine.ts';
import { openInventory } from './inventory/openInventory.ts';
import { createModem } from './modem.ts';

export interface EngineOptions {
  /** Finds out where the engine answers; asked again at each connection. */
  readonly resolve: () => Promise<Endpoint>;
  readonly log?: (line: string) => void;
  /** Hears how far a connection is that takes its time, in words for a person; undefined when that is over. */
  readonly onProgress?: (words: string | undefined) => void;
}

/** Opens an engine: it starts to connect at once, and never stops trying until it is disposed. */
export function openEngine({ resolve, log, onProgress }: EngineOptions): Engine {
  const ending = new AbortController();
  const { signal } = ending;
  const connection = createConnection({
    resolve,
    signal,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const modem = createModem({
    agent: connection.agent,
    signal,
    onSettled: (call) => inventory.settled(call),
  });
  // dockerode takes a modem in place of its own, which its types leave out.
  const withModem: Docker.DockerOptions & { readonly modem: unknown } = { modem };
  const client = new Docker(withModem);
  const inventory = openInventory({ engine: { client }, signal, log, connect: connection.renew, watch });

  function watch(onHint: () => void): Disposable {
    const { endpoint } = connection;
    return endpoint?.kind === 'socket' ? watchPath(endpoint.path, onHint) : { [Symbol.dispose]() {} };
  }

  return {
    client,
    inventory,
    get endpoint() {
      return connection.endpoint;
    },
    async [Symbol.asyncDispose]() {
      ending.abort();
      await inventory.stopped;
      await connection[Symbol.asyncDispose]();
    },
  };
}
