import type { Agent } from 'node:http';
import { openAgent } from './agent.ts';
import type { Endpoint } from './endpoint.ts';
import { openSsh } from './ssh/openSsh.ts';

/** A way to an engine: requests go through `agent`. Disposing ends every connection, and the ssh child. */
export interface Transport extends AsyncDisposable {
  readonly agent: Agent;
  /**
   * Whether it can still be used; false once the ssh child has ended. Rejects with a `TransportError` where it can, but
   * the engine's socket on the other machine does not open. Only ssh is asked; the others tell when they are used.
   */
  usable(): Promise<boolean>;
}

/**
 * Opens the way to an endpoint. Only ssh connects now, and tells `onProgress` how far it is; the others connect when
 * something is asked.
 */
export async function openTransport(
  endpoint: Endpoint,
  signal: AbortSignal,
  onProgress: (words: string) => void = () => undefined,
): Promise<Transport> {
  if (endpoint.kind !== 'ssh') {
    const agent = openAgent(endpoint);
    return { agent, usable: async () => true, [Symbol.asyncDispose]: async () => agent.destroy() };
  }
  const way = await openSsh({ destination: endpoint.destination, signal, onProgress });
  const agent = openAgent({ kind: 'socket', path: way.path });
  return {
    agent,
    usable: way.usable,
    async [Symbol.asyncDispose]() {
      agent.destroy();
      await way[Symbol.asyncDispose]();
    },
  };
}
