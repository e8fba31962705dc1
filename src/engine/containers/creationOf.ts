import type { Creation, CreationNetwork, PublishedPort, RestartPolicy } from './creation.ts';
import { furtherOf } from './creationOf/further.ts';
import type { ImageConfig, Inspection } from './creationOf/inspection.ts';
import { mountsOf } from './creationOf/mounts.ts';

export interface CreationOfOptions {
  /** The engine's inspection of its image; undefined where the image is gone, whose settings then count as the container's. */
  readonly image: unknown;
  /**
   * Whether the new one stands in for the old one: with its volumes without a name, its fixed addresses and its host
   * name. Another one beside it gets volumes of its own and none of the addresses, which are taken.
   */
  readonly instead: boolean;
}

/**
 * What makes the same container again, from the engine's inspection of one. What it has of its image is left out, so that
 * another image may have another: as `docker run` was told, not as it came out.
 */
export function creationOf(inspection: unknown, { image, instead }: CreationOfOptions): Creation {
  const container = inspection as Inspection;
  const { Config: config = {}, HostConfig: host = {} } = container;
  const defaults: ImageConfig = (image as { readonly Config?: ImageConfig } | undefined)?.Config ?? {};
  const entrypoint = same(config.Entrypoint, defaults.Entrypoint) ? undefined : (config.Entrypoint ?? []);
  // The image's command counts no more beside another entrypoint, so that it was given too.
  const command = entrypoint === undefined && same(config.Cmd, defaults.Cmd) ? undefined : config.Cmd;
  const memory = host.Memory || undefined;
  const fields = {
    image: config.Image ?? '',
    name: container.Name?.replace(/^\//, ''),
    command: command ?? undefined,
    entrypoint,
    env: entriesBeside(config.Env ?? [], defaults.Env ?? []),
    ports: filled(portsOf(host.PortBindings)),
    mounts: filled(mountsOf(container, { defaults, instead })),
    networks: filled(networksOf(container, instead)),
    cpus: host.NanoCpus ? host.NanoCpus / 1e9 : undefined,
    memory,
    pids: host.PidsLimit && host.PidsLimit > 0 ? host.PidsLimit : undefined,
    restart: restartOf(host.RestartPolicy),
    labels: labelsBeside(config.Labels ?? {}, defaults.Labels ?? {}),
    user: differing(config.User, defaults.User),
    workdir: differing(config.WorkingDir, defaults.WorkingDir),
    hostname: hostnameOf(container),
    autoRemove: host.AutoRemove || undefined,
    tty: config.Tty || undefined,
    stdin: config.OpenStdin || undefined,
    stdinOnce: config.StdinOnce || undefined,
    privileged: host.Privileged || undefined,
    capAdd: filled(host.CapAdd ?? []),
    capDrop: filled(host.CapDrop ?? []),
    init: host.Init ?? undefined,
    readOnly: host.ReadonlyRootfs || undefined,
    extraHosts: filled(host.ExtraHosts ?? []),
    further: furtherOf(container, { defaults, instead }),
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as Creation;
}

function portsOf(bindings: NonNullable<Inspection['HostConfig']>['PortBindings']): readonly PublishedPort[] {
  const ports = Object.entries(bindings ?? {}).flatMap(([key, places]): readonly PublishedPort[] => {
    const [number, protocol] = key.split('/');
    return (places ?? []).map(({ HostIp: ip, HostPort: outside = '' }) => {
      const [first, last] = outside.split('-').map(Number);
      return {
        containerPort: Number(number),
        protocol: protocol === 'udp' || protocol === 'sctp' ? protocol : ('tcp' as const),
        ...(first ? { hostPort: first } : {}),
        ...(last ? { hostPortEnd: last } : {}),
        ...(ip ? { hostIp: ip } : {}),
      };
    });
  });
  return ports.sort((a, b) => a.containerPort - b.containerPort);
}

/** The network that it is started in comes first. */
function networksOf(
  { Id: id, Config, HostConfig, NetworkSettings }: Inspection,
  instead: boolean,
): readonly CreationNetwork[] {
  const mode = HostConfig?.NetworkMode ?? 'default';
  if (mode === 'host' || mode === 'none' || mode.startsWith('container:')) return [{ name: mode }];
  const first = mode === 'default' ? 'bridge' : mode;
  const joined = Object.entries(NetworkSettings?.Networks ?? {}).map(([name, endpoint]) => {
    // Engines before 25 add the container's host name, which is its short id unless told otherwise, to the aliases.
    const aliases = (endpoint.Aliases ?? []).filter(
      (alias) => id?.startsWith(alias) !== true && alias !== Config?.Hostname,
    );
    const { IPv4Address: ipv4, IPv6Address: ipv6 } = (instead && endpoint.IPAMConfig) || {};
    const network: CreationNetwork = {
      name,
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(ipv4 ? { ipv4 } : {}),
      ...(ipv6 ? { ipv6 } : {}),
    };
    return { network, first: name === first || endpoint.NetworkID === first };
  });
  const networks = joined.sort((a, b) => Number(b.first) - Number(a.first)).map(({ network }) => network);
  const [only] = networks;
  const usual = networks.length === 0 || (networks.length === 1 && only?.name === 'bridge');
  if (usual && first === 'bridge') return [];
  return networks.length === 0 ? [{ name: first }] : networks;
}

/** The engine's own choice is the beginning of the id; one that shares another's network has that one's. */
function hostnameOf({ Id: id, Config, HostConfig }: Inspection): string | undefined {
  const mode = HostConfig?.NetworkMode ?? '';
  const hostname = Config?.Hostname;
  if (!hostname || id?.startsWith(hostname) || mode === 'host' || mode.startsWith('container:'))
    return undefined;
  return hostname;
}

const policies = ['always', 'unless-stopped', 'on-failure'] as const;

function restartOf(policy: { readonly Name?: string; readonly MaximumRetryCount?: number } | undefined) {
  const name = policies.find((one) => one === policy?.Name);
  if (name === undefined) return undefined;
  const retries = policy?.MaximumRetryCount ?? 0;
  const restart: RestartPolicy = { name, ...(retries > 0 ? { retries } : {}) };
  return restart;
}

function entriesBeside(entries: readonly string[], defaults: readonly string[]) {
  const own = entries.filter((entry) => !defaults.includes(entry));
  if (own.length === 0) return undefined;
  return Object.fromEntries(
    own.map((entry) => [entry.split('=')[0] ?? '', entry.slice(entry.indexOf('=') + 1)]),
  );
}

function labelsBeside(labels: Readonly<Record<string, string>>, defaults: Readonly<Record<string, string>>) {
  const own = Object.entries(labels).filter(([key, value]) => defaults[key] !== value);
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

function differing(value: string | undefined, standard: string | undefined): string | undefined {
  return !value || value === standard ? undefined : value;
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function same(a: readonly string[] | null | undefined, b: readonly string[] | null | undefined): boolean {
  return JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
}
