import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import type { Subnet } from '../kinds/network.ts';

/** What a network is made with. */
export interface NetworkCreation {
  readonly name: string;
  /** `bridge` unless told; `overlay` needs a swarm. */
  readonly driver?: string;
  readonly internal?: boolean;
  readonly attachable?: boolean;
  readonly ipv6?: boolean;
  /** Where left out, the engine chooses. */
  readonly subnets?: readonly Subnet[];
  readonly options?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Makes a network. Returns its id. A name that is taken is refused, though engines would take it. */
export async function createNetwork(engine: EngineClient, creation: NetworkCreation & Call): Promise<string> {
  const { name, driver, internal, attachable, ipv6, subnets = [], options, labels, signal } = creation;
  // dockerode's own sends all of this as parameters of the address.
  const created = await dial<{ readonly Id: string }>(engine, {
    method: 'POST',
    path: '/networks/create',
    options: {
      Name: name,
      CheckDuplicate: true,
      ...(driver === undefined ? {} : { Driver: driver }),
      ...(internal === undefined ? {} : { Internal: internal }),
      ...(attachable === undefined ? {} : { Attachable: attachable }),
      ...(ipv6 === undefined ? {} : { EnableIPv6: ipv6 }),
      ...(options === undefined ? {} : { Options: options }),
      ...(labels === undefined ? {} : { Labels: labels }),
      ...(subnets.length === 0 ? {} : { IPAM: { Config: subnets.map(ipamConfig) } }),
    },
    abortSignal: within('change', signal),
  });
  return created.Id;
}

function ipamConfig({ subnet, gateway, ipRange }: Subnet): Record<string, string> {
  return {
    Subnet: subnet,
    ...(gateway === undefined ? {} : { Gateway: gateway }),
    ...(ipRange === undefined ? {} : { IPRange: ipRange }),
  };
}
