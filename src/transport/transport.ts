import type { Agent } from 'node:http';
import { openAgent } from './agent.ts';
import type { Endpoint } from './endpoint.ts';
import { openSshForward } from './ssh.ts';

/** A way to an engine: requests go through `agent`. Disposing ends every connection, and the ssh child. */
export interface Transport extends AsyncDisposable {
  readonly agent: Agent;
  /** False once the ssh child has ended: nothing will come through any more. */
  readonly alive: boolean;
}

/** Opens the way to an endpoint. Only ssh connects now; the others connect when something is asked. */
export async function openTransport(endpoint: Endpoint, signal: AbortSignal): Promise<Transport> {
  if (endpoint.kind !== 'ssh') {
    const agent = openAgent(endpoint);
    return { agent, alive: true, [Symbol.asyncDispose]: async () => agent.destroy() };
  }
  const forward = await openSshForward(endpoint.destination, signal);
  const agent = openAgent({ kind: 'socket', path: forward.path });
  return {
    agent,
    get alive() {
      return forward.alive;
    },
    async [Symbol.asyncDispose]() {
      agent.destroy();
      await forward[Symbol.asyncDispose]();
    },
  };
}
