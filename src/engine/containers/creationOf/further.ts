import type { Further } from '../creation.ts';
import type { ImageConfig, InspectedHost, Inspection } from './inspection.ts';
import { isSimple } from './mounts.ts';

/** What a container has that `Creation` has no name for, and that is not the engine's own choice or its image's. */
export function furtherOf(
  { Config: config = {}, HostConfig: host = {} }: Inspection,
  { defaults, instead }: { readonly defaults: ImageConfig; readonly instead: boolean },
): Further | undefined {
  const published = new Set(Object.keys(host.PortBindings ?? {}));
  const exposed = Object.keys(config.ExposedPorts ?? {}).filter(
    (port) => !published.has(port) && defaults.ExposedPorts?.[port] === undefined,
  );
  const own = {
    Domainname: config.Domainname,
    MacAddress: instead ? config.MacAddress : undefined,
    StopSignal: config.StopSignal === defaults.StopSignal ? undefined : config.StopSignal,
    StopTimeout: config.StopTimeout,
    Healthcheck: equal(config.Healthcheck, defaults.Healthcheck) ? undefined : config.Healthcheck,
    ExposedPorts: Object.fromEntries(exposed.map((port) => [port, {}])),
  };
  const kept = Object.entries({ ...host, ...specialOf(host) }).filter(([key]) => !named.has(key));
  const hostConfig = said(kept.filter(([key, value]) => !isUsual(key, value)));
  // An empty list of masked paths is something that was asked for.
  const unmasked = host.Privileged ? {} : Object.fromEntries(kept.filter(isUnmasked));
  const further = { config: said(Object.entries(own)), hostConfig: { ...hostConfig, ...unmasked } };
  const nothing = Object.keys(further.config).length + Object.keys(further.hostConfig).length === 0;
  return nothing ? undefined : further;
}

/** What `Creation` names, or what the engine alone fills in. */
const named: ReadonlySet<string> = new Set([
  ...['Binds', 'Tmpfs', 'NetworkMode', 'PortBindings', 'RestartPolicy', 'NanoCpus', 'Memory', 'PidsLimit'],
  ...['AutoRemove', 'Privileged', 'Init', 'ReadonlyRootfs', 'CapAdd', 'CapDrop', 'ExtraHosts'],
  ...['ContainerIDFile', 'ConsoleSize', 'Annotations'],
]);

/** What the engine chooses by itself (moby `daemon/daemon_unix.go`, `adaptContainerSettings`). */
const usual: Readonly<Record<string, unknown>> = {
  ShmSize: 64 * 1024 * 1024,
  Runtime: 'runc',
  IpcMode: 'private',
  LogConfig: { Type: 'json-file', Config: {} },
  MemorySwappiness: -1,
};

function isUsual(key: string, value: unknown): boolean {
  return key === 'MaskedPaths' || key === 'ReadonlyPaths' || equal(value, usual[key]);
}

function isUnmasked([key, value]: readonly [string, unknown]): boolean {
  return (key === 'MaskedPaths' || key === 'ReadonlyPaths') && Array.isArray(value) && value.length === 0;
}

/** What is rewritten: links name both ends with slashes, and swap is twice the memory unless told otherwise. */
function specialOf(host: InspectedHost & { readonly Links?: readonly string[] | null }) {
  const { Memory = 0, MemorySwap = 0 } = host;
  return {
    Mounts: (host.Mounts ?? []).filter((mount) => !isSimple(mount)),
    Links: (host.Links ?? []).map((link) => link.replace(/^\//, '').replace(/:\/.*\//, ':')),
    MemorySwap: MemorySwap === Memory * 2 ? 0 : MemorySwap,
  };
}

/** What of it says something. */
function said(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    entries.filter(([, value]) => {
      if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
      return Boolean(value);
    }),
  );
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
