import type { ContainerCreateOptions } from 'dockerode';
import {
  type Creation,
  type CreationMount,
  type CreationNetwork,
  isNetworkMode,
  type PublishedPort,
} from './creation.ts';

/**
 * The body of the engine's `POST /containers/create`. It connects the first network alone: engines before 25 refuse
 * more at a time.
 */
export function creationBody(creation: Creation): ContainerCreateOptions {
  const {
    further,
    ports = [],
    mounts = [],
    env,
    labels,
    entrypoint,
    command,
    networks: [first] = [],
  } = creation;
  const { config = {}, hostConfig = {} } = further ?? {};
  return {
    ...config,
    Image: creation.image,
    ...(command === undefined ? {} : { Cmd: [...command] }),
    // An empty word is how the engine is told that there is none.
    ...(entrypoint === undefined ? {} : { Entrypoint: entrypoint.length === 0 ? [''] : [...entrypoint] }),
    ...(env === undefined ? {} : { Env: Object.entries(env).map(([key, value]) => `${key}=${value}`) }),
    ...(labels === undefined ? {} : { Labels: { ...labels } }),
    ...given({ User: creation.user, WorkingDir: creation.workdir, Hostname: creation.hostname }),
    Tty: creation.tty ?? false,
    ...(creation.stdin ? { OpenStdin: true, StdinOnce: creation.stdinOnce ?? false } : {}),
    ExposedPorts: { ...config.ExposedPorts, ...Object.fromEntries(ports.map((port) => [portKey(port), {}])) },
    Volumes: Object.fromEntries(mounts.filter(isAnonymous).map(({ target }) => [target, {}])),
    HostConfig: {
      ...hostConfig,
      // Swap counts memory in, so that it means nothing without its limit.
      ...(creation.memory === undefined ? { MemorySwap: 0 } : {}),
      AutoRemove: creation.autoRemove ?? false,
      PortBindings: portBindings(ports),
      Binds: mounts.filter((mount) => mount.type !== 'tmpfs' && !isAnonymous(mount)).map(bindOf),
      Tmpfs: Object.fromEntries(
        mounts.filter(({ type }) => type === 'tmpfs').map((mount) => [mount.target, optionsOf(mount)]),
      ),
      ...limitsOf(creation),
      ...given({
        Privileged: creation.privileged,
        Init: creation.init,
        ReadonlyRootfs: creation.readOnly,
        CapAdd: creation.capAdd && [...creation.capAdd],
        CapDrop: creation.capDrop && [...creation.capDrop],
        ExtraHosts: creation.extraHosts && [...creation.extraHosts],
        NetworkMode: first?.name,
      }),
    },
    ...(first === undefined || !isSettled(first)
      ? {}
      : { NetworkingConfig: { EndpointsConfig: { [first.name]: endpointOf(first) } } }),
  };
}

/** How a network is joined, as the engine's API has it. */
export function endpointOf({ aliases, ipv4, ipv6 }: CreationNetwork) {
  return {
    ...(aliases === undefined ? {} : { Aliases: [...aliases] }),
    ...(ipv4 === undefined && ipv6 === undefined
      ? {}
      : { IPAMConfig: given({ IPv4Address: ipv4, IPv6Address: ipv6 }) }),
  };
}

/** The limits and the restart policy, which can be changed later on too. */
export function limitsOf({
  cpus,
  memory,
  pids,
  restart,
}: Pick<Creation, 'cpus' | 'memory' | 'pids' | 'restart'>) {
  return given({
    NanoCpus: cpus === undefined ? undefined : Math.round(cpus * 1e9),
    Memory: memory,
    PidsLimit: pids,
    RestartPolicy: restart && { Name: restart.name, MaximumRetryCount: restart.retries ?? 0 },
  });
}

/** Whether the network is joined in a way of its own, and is one that can be. */
function isSettled({ name, aliases = [], ipv4, ipv6 }: CreationNetwork): boolean {
  return !isNetworkMode(name) && (aliases.length > 0 || ipv4 !== undefined || ipv6 !== undefined);
}

function isAnonymous({ type, source }: CreationMount): boolean {
  return type === 'volume' && source === undefined;
}

function bindOf(mount: CreationMount): string {
  const options = optionsOf(mount);
  const place = `${mount.source ?? ''}:${mount.target}`;
  return options === '' ? place : `${place}:${options}`;
}

function optionsOf({ readOnly, options }: CreationMount): string {
  return [...(readOnly ? ['ro'] : []), ...(options ? [options] : [])].join(',');
}

function portKey({ containerPort, protocol }: PublishedPort): string {
  return `${containerPort}/${protocol}`;
}

function portBindings(ports: readonly PublishedPort[]) {
  const byKey = Map.groupBy(ports, portKey);
  return Object.fromEntries(
    [...byKey].map(([key, bindings]) => [
      key,
      bindings.map((port) => ({ ...given({ HostIp: port.hostIp }), HostPort: hostPortOf(port) })),
    ]),
  );
}

function hostPortOf({ hostPort, hostPortEnd }: PublishedPort): string {
  if (hostPort === undefined) return '';
  return hostPortEnd === undefined || hostPortEnd === hostPort
    ? String(hostPort)
    : `${hostPort}-${hostPortEnd}`;
}

/** What of it is not undefined. */
function given<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
