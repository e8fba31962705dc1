import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { segment } from '../segment.ts';

/** What a container is to have in a network. */
export interface ConnectionOptions {
  /** Further names that others in the network find it by. */
  readonly aliases?: readonly string[];
  /** An address in a subnet that the network was made with. */
  readonly ipv4?: string;
  readonly ipv6?: string;
}

/** Puts a container into a network beside those that it is in. */
export async function connectNetwork(
  engine: EngineClient,
  network: string,
  options: Call & ConnectionOptions & { readonly container: string },
): Promise<void> {
  const { container, aliases = [], ipv4, ipv6, signal } = options;
  const addresses = {
    ...(ipv4 === undefined ? {} : { IPv4Address: ipv4 }),
    ...(ipv6 === undefined ? {} : { IPv6Address: ipv6 }),
  };
  await dial(engine, {
    method: 'POST',
    path: `/networks/${segment(network)}/connect`,
    abortSignal: within('change', signal),
    statusCodes: { 200: true },
    options: {
      Container: container,
      EndpointConfig: {
        ...(aliases.length === 0 ? {} : { Aliases: aliases }),
        ...(Object.keys(addresses).length === 0 ? {} : { IPAMConfig: addresses }),
      },
    },
  });
}
