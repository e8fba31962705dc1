import type { ContainerInfo } from 'dockerode';
import { isCarrier } from '../carrier.ts';
import { type ComposeLabels, readComposeLabels } from '../containers/composeLabels.ts';
import { type Mount, readMounts } from '../containers/mount.ts';
import { within } from '../deadline.ts';
import { mapWithPauses } from '../pauses.ts';
import type { Source } from './source.ts';

export const containerStates = [
  'created',
  'running',
  'paused',
  'restarting',
  'removing',
  'exited',
  'dead',
] as const;
export type ContainerState = (typeof containerStates)[number];

/** A port of a container; `publicPort` and `ip` only where it is published on the host. */
export interface Port {
  readonly privatePort: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  readonly publicPort?: number;
  readonly ip?: string;
}

/** A container's place in a network. */
interface ContainerEndpoint {
  /** The network's name. */
  readonly network: string;
  /** IPv4, or IPv6 where there is none. */
  readonly address: string;
}

export interface Container extends ComposeLabels {
  readonly kind: 'container';
  readonly id: string;
  /** Without the engine's leading slash. */
  readonly name: string;
  /** The reference that it was created with; an id where the image has lost its tag. */
  readonly image: string;
  readonly imageId: string;
  readonly command: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly state: ContainerState;
  /** The engine's own sentence without its health and its ages, which would be of the time it was read: `Exited (137)`, `Up`. */
  readonly status: string;
  /** Only where the container has a health check. */
  readonly health?: 'starting' | 'healthy' | 'unhealthy';
  /** Only for a container that has ended. */
  readonly exitCode?: number;
  readonly ports: readonly Port[];
  readonly networks: readonly string[];
  /** Its places in networks, by their names; those that it has an address in. */
  readonly endpoints: readonly ContainerEndpoint[];
  readonly mounts: readonly Mount[];
  readonly labels: Readonly<Record<string, string>>;
  /** Swarm's stack, from its label. */
  readonly stack?: string;
}

/** What happens in a container, not to it. */
const inside = new Set([
  ...[
    'exec_create',
    'exec_start',
    'exec_detach',
    'exec_die',
    'exec',
    'exec_died',
    'top',
    'resize',
    'attach',
    'detach',
  ],
  ...['copy', 'archive-path', 'extract-to-dir', 'export', 'commit'],
]);

export const containers: Source<Container> = {
  async list({ client }, call) {
    const infos = await client.listContainers({ all: true, abortSignal: within('read', call.signal) });
    return await mapWithPauses(infos.filter(isNoCarrier), readContainer);
  },
  async read({ client }, ids, call) {
    const filters = { id: [...ids] };
    const infos = await client.listContainers({
      all: true,
      filters,
      abortSignal: within('read', call.signal),
    });
    return infos.filter(isNoCarrier).map(readContainer);
  },
  touched({ type, action, id, attributes }) {
    if (type === 'network') return /^(?:dis)?connect$/.test(action) ? attributes.container : undefined;
    if (type !== 'container') return undefined;
    return inside.has(action.split(':')[0] ?? '') ? undefined : id;
  },
};

function isNoCarrier(info: ContainerInfo): boolean {
  return !isCarrier(info);
}

/** Reads an entry of the engine's `/containers/json`. */
export function readContainer(info: ContainerInfo): Container {
  const labels = info.Labels ?? {};
  const state = readState(info.State);
  const health = readHealth(info.Status);
  const exitCode = /^(?:Exited|Restarting) \((-?\d+)\)/.exec(info.Status)?.[1];
  return {
    kind: 'container',
    id: info.Id,
    name: ownName(info.Names ?? []),
    image: info.Image,
    imageId: info.ImageID,
    command: info.Command,
    createdAt: info.Created * 1000,
    state,
    status: withoutAges(info.Status),
    ...(health === undefined ? {} : { health }),
    ...(state === 'exited' && exitCode !== undefined ? { exitCode: Number(exitCode) } : {}),
    ports: (info.Ports ?? []).map(readPort).sort(byPort),
    networks: Object.keys(info.NetworkSettings?.Networks ?? {}).sort(),
    endpoints: readEndpoints(info.NetworkSettings),
    mounts: readMounts(info.Mounts),
    labels,
    ...readComposeLabels(labels),
    ...optional('stack', labels['com.docker.stack.namespace']),
  };
}

function readEndpoints(settings: ContainerInfo['NetworkSettings'] | undefined): readonly ContainerEndpoint[] {
  return Object.entries(settings?.Networks ?? {})
    .flatMap(([network, endpoint]) => {
      const address = endpoint.IPAddress || endpoint.GlobalIPv6Address;
      return address ? { network, address } : [];
    })
    .sort((a, b) => (a.network < b.network ? -1 : 1));
}

/** Links give a container further names, of the form `/other/alias`. */
function ownName(names: readonly string[]): string {
  const own = names.find((name) => name.lastIndexOf('/') === 0) ?? names[0] ?? '';
  return own.replace(/^\//, '');
}

/** Podman has states of its own: `initialized`, `configured`, `stopped`. */
function readState(text: string): ContainerState {
  return containerStates.find((state) => state === text) ?? (text === 'stopped' ? 'exited' : 'created');
}

function readHealth(status: string): Container['health'] {
  const text = /\((?:health: )?(starting|healthy|unhealthy)\)$/.exec(status)?.[1];
  return text === 'starting' || text === 'healthy' || text === 'unhealthy' ? text : undefined;
}

/**
 * The engine words a status as `Up 2 hours (Paused)` or `Exited (0) 3 days ago`
 * (moby `daemon/container/state.go`, `State.String`). The ages go: a row would keep the one of its last event.
 */
function withoutAges(status: string): string {
  return status
    .replace(/ \((?:health: )?(?:starting|healthy|unhealthy)\)$/, '')
    .replace(/ (?:Less than a|About an?|\d+) (?:second|minute|hour|day|week|month|year)s?(?: ago)?/, '');
}

function readPort(port: ContainerInfo['Ports'][number]): Port {
  const published = port.PublicPort !== undefined && port.PublicPort !== 0;
  return {
    privatePort: port.PrivatePort,
    protocol: port.Type === 'udp' || port.Type === 'sctp' ? port.Type : 'tcp',
    ...(published ? { publicPort: port.PublicPort } : {}),
    ...(published && port.IP ? { ip: port.IP } : {}),
  };
}

/** The engine lists them in the order of a map, which differs from one reading to the next. */
function byPort(a: Port, b: Port): number {
  return (
    a.privatePort - b.privatePort ||
    a.protocol.localeCompare(b.protocol) ||
    (a.publicPort ?? 0) - (b.publicPort ?? 0) ||
    (a.ip ?? '').localeCompare(b.ip ?? '')
  );
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { readonly [P in K]: string });
}
