import type { ContainerCreateOptions, ContainerInfo } from 'dockerode';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { EngineError } from '../errors.ts';
import { segment } from '../segment.ts';
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

export interface Container {
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
  readonly labels: Readonly<Record<string, string>>;
  /** Compose's project and service, from its labels. */
  readonly project?: string;
  readonly service?: string;
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
    return (await client.listContainers({ all: true, abortSignal: within('read', call.signal) })).map(
      readContainer,
    );
  },
  async read({ client }, ids, call) {
    const filters = { id: [...ids] };
    const infos = await client.listContainers({
      all: true,
      filters,
      abortSignal: within('read', call.signal),
    });
    return infos.map(readContainer);
  },
  touched({ type, action, id, attributes }) {
    if (type === 'network') return /^(?:dis)?connect$/.test(action) ? attributes.container : undefined;
    if (type !== 'container') return undefined;
    return inside.has(action.split(':')[0] ?? '') ? undefined : id;
  },
};

export interface ContainerCreation extends Call {
  /** A reference or an id. */
  readonly image: string;
  readonly name?: string;
  /** Instead of the image's own. */
  readonly command?: readonly string[];
  /** Without `hostPort` the engine chooses one. */
  readonly ports?: readonly {
    readonly containerPort: number;
    readonly protocol: Port['protocol'];
    readonly hostPort?: number;
  }[];
  readonly env?: Readonly<Record<string, string>>;
  /** With a terminal, and with its input open. */
  readonly tty?: boolean;
  /** The engine removes it when it ends. */
  readonly autoRemove?: boolean;
}

/** Starts it; success too where it runs already. */
export async function startContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  const container = client.getContainer(segment(id));
  await unlessDone(container.start({ abortSignal: within('change', call?.signal) }));
}

/** Stops it after the grace it was created with; success too where it does not run. */
export async function stopContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  const container = client.getContainer(segment(id));
  await unlessDone(container.stop({ abortSignal: within('long', call?.signal) }));
}

/** Stops and starts it. */
export async function restartContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getContainer(segment(id)).restart({ abortSignal: within('long', call?.signal) });
}

/** Freezes its processes. */
export async function pauseContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getContainer(segment(id)).pause({ abortSignal: within('change', call?.signal) });
}

/** Lets its processes go on. */
export async function unpauseContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getContainer(segment(id)).unpause({ abortSignal: within('change', call?.signal) });
}

/** Ends its processes at once. */
export async function killContainer({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getContainer(segment(id)).kill({ abortSignal: within('change', call?.signal) });
}

/** Removes it; `force` also where it runs, `volumes` with its anonymous volumes. */
export async function removeContainer(
  { client }: EngineClient,
  id: string,
  options: Call & { readonly force?: boolean; readonly volumes?: boolean },
): Promise<void> {
  await client.getContainer(segment(id)).remove({
    force: options.force ?? false,
    v: options.volumes ?? false,
    abortSignal: within('long', options.signal),
  });
}

/** Gives it another name. */
export async function renameContainer(
  { client }: EngineClient,
  id: string,
  options: Call & { readonly name: string },
): Promise<void> {
  const container = client.getContainer(segment(id));
  await container.rename({ name: options.name, abortSignal: within('change', options.signal) });
}

/** The engine's JSON as it is. */
export async function inspectContainer({ client }: EngineClient, id: string, call?: Call): Promise<unknown> {
  return await client.getContainer(segment(id)).inspect({ abortSignal: within('read', call?.signal) });
}

/** What `pruneContainers` would remove now, and the bytes of their writable layers. */
export async function containersToPrune(
  { client }: EngineClient,
  call?: Call,
): Promise<{ readonly containers: readonly Container[]; readonly bytes: number }> {
  const listed = await client.listContainers({
    all: true,
    size: true,
    filters: { status: ['created', 'exited', 'dead'] },
    abortSignal: within('long', call?.signal),
  });
  const sized: readonly (ContainerInfo & { readonly SizeRw?: number })[] = listed;
  const bytes = sized.reduce((sum, { SizeRw }) => sum + (SizeRw ?? 0), 0);
  return { containers: listed.map(readContainer), bytes };
}

/** Removes every container that does not run. */
export async function pruneContainers(
  { client }: EngineClient,
  call?: Call,
): Promise<{ readonly removed: readonly string[]; readonly bytes: number }> {
  const pruned = await client.pruneContainers({ abortSignal: within('long', call?.signal) });
  return { removed: pruned.ContainersDeleted ?? [], bytes: pruned.SpaceReclaimed ?? 0 };
}

/** Creates one without starting it. Returns its id. */
export async function createContainer(
  { client }: EngineClient,
  creation: ContainerCreation,
): Promise<string> {
  const { image, name, command, env, tty = false, ports = [] } = creation;
  const bindings = ports.map(({ containerPort, protocol, hostPort }) => ({
    key: `${containerPort}/${protocol}`,
    host: [{ HostPort: hostPort === undefined ? '' : String(hostPort) }],
  }));
  const body: ContainerCreateOptions = {
    Image: image,
    ...(command === undefined ? {} : { Cmd: [...command] }),
    ...(env === undefined ? {} : { Env: Object.entries(env).map(([key, value]) => `${key}=${value}`) }),
    ...(tty ? { Tty: true, OpenStdin: true, StdinOnce: true } : {}),
    ExposedPorts: Object.fromEntries(bindings.map(({ key }) => [key, {}])),
    HostConfig: {
      AutoRemove: creation.autoRemove ?? false,
      PortBindings: Object.fromEntries(bindings.map(({ key, host }) => [key, host])),
    },
  };
  const options = { _query: { name }, _body: body, abortSignal: within('change', creation.signal) };
  return (await client.createContainer(options)).id;
}

/** 304: it is in that state already. */
async function unlessDone(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!(error instanceof EngineError && error.status === 304)) throw error;
  }
}

/** Reads an entry of the engine's `/containers/json`. */
function readContainer(info: ContainerInfo): Container {
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
    labels,
    ...optional('project', labels['com.docker.compose.project']),
    ...optional('service', labels['com.docker.compose.service']),
    ...optional('stack', labels['com.docker.stack.namespace']),
  };
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
