import type { Agent } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import type { Endpoint } from '../transport/endpoint.ts';
import { openTransport, type Transport } from '../transport/transport.ts';

/** The way to one engine, which may lead elsewhere at the next connection. Disposing closes it. */
export interface Connection extends AsyncDisposable {
  /** Undefined until it could be found out. */
  readonly endpoint: Endpoint | undefined;
  /** The way as it is; opened where there is none. */
  agent(): Promise<Agent>;
  /** Asks again where the engine is. The way stays as it is where that is the same, unless `fresh`. */
  renew(options: { readonly fresh: boolean }): Promise<void>;
}

interface Way {
  readonly endpoint: Endpoint;
  readonly transport: Transport;
}

/** Makes a connection that opens when it is first needed. */
export function createConnection(options: {
  readonly resolve: () => Promise<Endpoint>;
  readonly signal: AbortSignal;
  /** Hears how far the opening is, in words for a person; undefined when it is over. */
  readonly onProgress?: (words: string | undefined) => void;
}): Connection {
  let way: Promise<Way> | undefined;
  let endpoint: Endpoint | undefined;

  async function open(): Promise<Way> {
    endpoint = await options.resolve();
    options.signal.throwIfAborted();
    try {
      return { endpoint, transport: await openTransport(endpoint, options.signal, options.onProgress) };
    } finally {
      options.onProgress?.(undefined);
    }
  }

  function opened(): Promise<Way> {
    if (way !== undefined) return way;
    const opening = open();
    way = opening;
    opening.catch(() => {
      if (way === opening) way = undefined;
    });
    return opening;
  }

  async function close(): Promise<void> {
    const closing = await way?.catch(() => undefined);
    way = undefined;
    await closing?.transport[Symbol.asyncDispose]();
  }

  async function leadsThere({ transport, endpoint: former }: Way): Promise<boolean> {
    return isDeepStrictEqual(former, await options.resolve()) && (await transport.usable());
  }

  return {
    get endpoint() {
      return endpoint;
    },
    agent: async () => (await opened()).transport.agent,
    async renew({ fresh }) {
      const former = await way?.catch(() => undefined);
      if (former !== undefined && (fresh || !(await leadsThere(former)))) await close();
      else if (former !== undefined) dropIdle(former.transport.agent);
      await opened();
    },
    [Symbol.asyncDispose]: close,
  };
}

/** Connections that nobody uses may be dead, which would show only when one is taken. */
function dropIdle(agent: Agent): void {
  for (const sockets of Object.values(agent.freeSockets))
    for (const socket of sockets ?? []) socket.destroy();
}
