import type { NetworkInspectInfo } from 'dockerode';
import type { EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import type { Source } from './source.ts';

/** A range of addresses that a network gives out. */
export interface Subnet {
  /** CIDR, such as `172.18.0.0/16`. */
  readonly subnet: string;
  readonly gateway?: string;
  /** The part of the subnet that containers get their addresses from. */
  readonly ipRange?: string;
}

export interface Network {
  readonly kind: 'network';
  readonly id: string;
  readonly name: string;
  /** `bridge`, `overlay`, `host`, `none`, `macvlan`, or a plugin's. */
  readonly driver: string;
  readonly scope: 'local' | 'swarm' | 'global';
  /** Cut off from other networks. */
  readonly internal: boolean;
  /** Of scope swarm: whether containers may join it beside services. */
  readonly attachable: boolean;
  /** The swarm's routing mesh. */
  readonly ingress: boolean;
  readonly ipv6: boolean;
  readonly subnets: readonly Subnet[];
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** The engine's own, which can't be removed. */
  readonly builtin: boolean;
  /** Compose's project, from its label. */
  readonly project?: string;
  /** Swarm's stack, from its label. */
  readonly stack?: string;
}

/** Those that every engine has; Podman's default is `podman`. */
const builtins: ReadonlySet<string> = new Set(['bridge', 'host', 'none', 'nat', 'podman', 'docker_gwbridge']);

export const networks: Source<Network> = {
  async list(engine, call) {
    return await listNetworks(engine, undefined, call.signal);
  },
  read: (engine, ids, call) => listNetworks(engine, ids, call.signal),
  touched({ type, action, id }) {
    if (type === 'daemon') return 'all';
    if (type !== 'network') return undefined;
    // Who is in a network is what containers say.
    return /^(?:dis)?connect$/.test(action) ? undefined : id;
  },
};

async function listNetworks(
  { client }: EngineClient,
  ids: readonly string[] | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly Network[]> {
  const filters = ids === undefined ? {} : { filters: { id: [...ids] } };
  const infos: readonly NetworkInspectInfo[] = await client.listNetworks({
    ...filters,
    abortSignal: within('read', signal),
  });
  return infos.map(readNetwork);
}

/** Reads an entry of the engine's `/networks`. */
export function readNetwork(info: NetworkInspectInfo): Network {
  const labels = info.Labels ?? {};
  const project = labels['com.docker.compose.project'];
  const stack = labels['com.docker.stack.namespace'];
  const builtin = builtins.has(info.Name) && info.ConfigOnly !== true;
  return {
    kind: 'network',
    id: info.Id,
    name: info.Name,
    driver: info.Driver === 'null' ? 'none' : info.Driver,
    scope: info.Scope === 'swarm' || info.Scope === 'global' ? info.Scope : 'local',
    internal: info.Internal ?? false,
    attachable: info.Attachable ?? false,
    ingress: info.Ingress ?? false,
    ipv6: info.EnableIPv6 ?? false,
    subnets: (info.IPAM?.Config ?? []).flatMap(({ Subnet: subnet, Gateway: gateway, IPRange: ipRange }) =>
      subnet === undefined || subnet === ''
        ? []
        : { subnet, ...(gateway ? { gateway } : {}), ...(ipRange ? { ipRange } : {}) },
    ),
    options: info.Options ?? {},
    labels,
    createdAt: Date.parse(info.Created),
    builtin,
    ...(project === undefined ? {} : { project }),
    ...(stack === undefined ? {} : { stack }),
  };
}
