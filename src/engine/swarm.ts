import { networkInterfaces } from 'node:os';
import type { Call, EngineClient } from './client.ts';
import { within } from './deadline.ts';

/** Makes the engine the first manager of a new swarm. Returns its node id. */
export async function initSwarm(
  { client }: EngineClient,
  options: Call & {
    /** What other nodes reach this one by: an address, an interface, or either with `:port`. */
    readonly advertiseAddress: string;
    /** `0.0.0.0:2377` unless given. */
    readonly listenAddress?: string;
  },
): Promise<string> {
  const nodeId: unknown = await client.swarmInit({
    AdvertiseAddr: options.advertiseAddress,
    ListenAddr: options.listenAddress ?? '0.0.0.0:2377',
    abortSignal: within('change', options.signal),
  });
  return String(nodeId);
}

/** Addresses of this machine's interfaces that other machines may reach, IPv4 first: for an engine on this machine. */
export function advertiseCandidates(): readonly string[] {
  const outward = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'));
  const byFamily = [...outward].sort((a, b) => a.family.localeCompare(b.family));
  return byFamily.map(({ address }) => address);
}
