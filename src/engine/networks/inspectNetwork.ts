import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { segment } from '../segment.ts';

/** A container in a network. */
export interface Endpoint {
  readonly containerId: string;
  readonly name: string;
  /** With the length of the prefix: `172.18.0.2/16`. */
  readonly ipv4?: string;
  readonly ipv6?: string;
  readonly mac?: string;
}

/** The engine's JSON as it is; of a network of scope swarm with the services that are in it. */
export async function inspectNetwork(engine: EngineClient, id: string, call?: Call): Promise<unknown> {
  return await dial(engine, {
    path: `/networks/${segment(id)}?verbose=true`,
    abortSignal: within('read', call?.signal),
  });
}

/** Who is in a network, by name. Of one of scope swarm: the containers of this node. */
export async function networkEndpoints(
  engine: EngineClient,
  id: string,
  call?: Call,
): Promise<readonly Endpoint[]> {
  const { Containers: containers } = await dial<NetworkContainers>(engine, {
    path: `/networks/${segment(id)}`,
    abortSignal: within('read', call?.signal),
  });
  return Object.entries(containers ?? {})
    .map(([containerId, { Name: name, IPv4Address: ipv4, IPv6Address: ipv6, MacAddress: mac }]) => ({
      containerId,
      name,
      ...(ipv4 ? { ipv4 } : {}),
      ...(ipv6 ? { ipv6 } : {}),
      ...(mac ? { mac } : {}),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface NetworkContainers {
  readonly Containers?: Readonly<
    Record<
      string,
      {
        readonly Name: string;
        readonly IPv4Address?: string;
        readonly IPv6Address?: string;
        readonly MacAddress?: string;
      }
    >
  > | null;
}
