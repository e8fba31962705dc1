import type { NetworkInspectInfo } from 'dockerode';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { type Network, readNetwork } from '../kinds/network.ts';
import { fitsPrune, type PruneFilter, pruneFilters } from '../pruneFilter.ts';
import { inspectNetwork } from './inspectNetwork.ts';

/** What `pruneNetworks` would remove now. A stopped container does not hold the networks that it was in. */
export async function networksToPrune(
  engine: EngineClient,
  { signal, ...filter }: Call & PruneFilter = {},
): Promise<readonly Network[]> {
  const listed: readonly NetworkInspectInfo[] = await engine.client.listNetworks({
    abortSignal: within('read', signal),
  });
  const candidates = listed
    .map(readNetwork)
    .filter((network) => !network.builtin && !network.ingress && fitsPrune(network, filter));
  // The list does not say who is in them, and engines differ in what they filter by.
  const unused = await Promise.all(
    candidates.map(async (network) => ((await isUsed(engine, network.id, { signal })) ? [] : [network])),
  );
  return unused.flat();
}

async function isUsed(engine: EngineClient, id: string, call: Call): Promise<boolean> {
  const { Containers: containers, Services: services } = (await inspectNetwork(engine, id, call)) as {
    readonly Containers?: object | null;
    readonly Services?: object | null;
  };
  return Object.keys(containers ?? {}).length + Object.keys(services ?? {}).length > 0;
}

/** Removes every network that no container is in and that fits. Returns their names. */
export async function pruneNetworks(
  { client }: EngineClient,
  { signal, ...filter }: Call & PruneFilter = {},
): Promise<readonly string[]> {
  const pruned = await client.pruneNetworks({
    filters: pruneFilters(filter),
    abortSignal: within('long', signal),
  });
  return pruned.NetworksDeleted ?? [];
}
