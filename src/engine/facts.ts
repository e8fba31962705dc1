/** What an engine is and can do, as it has said itself when the connection was made. */
export interface EngineFacts {
  /** Podman answers by Docker's API, and lacks parts of it. */
  readonly product: 'docker' | 'podman';
  /** Its own version: `28.5.2`. */
  readonly version: string;
  /** The newest version of Docker's API that it speaks: `1.51`. */
  readonly apiVersion: string;
  /** In words for a person: `Debian GNU/Linux 12 (bookworm)`. */
  readonly os: string;
  readonly osType: 'linux' | 'windows';
  /** As the kernel names it: `x86_64`, `aarch64`. */
  readonly architecture: string;
  /** The host's own name. */
  readonly name: string;
  readonly cpus: number;
  /** Bytes. */
  readonly memory: number;
  readonly capabilities: Capabilities;
}

/** What an engine has of what others may lack. */
export const capabilityNames = ['swarm', 'buildCache', 'buildKit', 'containerUpdate', 'plugins'] as const;
export type Capability = (typeof capabilityNames)[number];
type Capabilities = { readonly [C in Capability]: boolean };

/** What of the engine's `/version` is read. */
export interface VersionAnswer {
  readonly Version?: string;
  readonly ApiVersion?: string;
  readonly Os?: string;
  readonly Arch?: string;
  readonly Components?: readonly { readonly Name?: string; readonly Version?: string }[] | null;
}

/** What of the engine's `/info` is read. Podman has no `Swarm` in it. */
export interface InfoAnswer {
  readonly OperatingSystem?: string;
  readonly OSType?: string;
  readonly Architecture?: string;
  readonly Name?: string;
  readonly NCPU?: number;
  readonly MemTotal?: number;
  /** Pairs of names and values. */
  readonly DriverStatus?: readonly (readonly string[])[] | null;
  readonly Swarm?: {
    readonly LocalNodeState?: string;
    readonly ControlAvailable?: boolean;
    readonly NodeID?: string;
    readonly Error?: string;
  };
}

/** Reads the facts out of an engine's `/version` and `/info`. */
export function readFacts(version: VersionAnswer, info: InfoAnswer): EngineFacts {
  const podman = version.Components?.find(({ Name }) => Name === 'Podman Engine');
  const product = podman === undefined ? 'docker' : 'podman';
  const own = podman?.Version ?? version.Version ?? '';
  const apiVersion = version.ApiVersion ?? '';
  const osType = (info.OSType ?? version.Os) === 'windows' ? 'windows' : 'linux';
  return {
    product,
    version: own,
    apiVersion,
    os: info.OperatingSystem ?? version.Os ?? '',
    osType,
    architecture: info.Architecture ?? version.Arch ?? '',
    name: info.Name ?? '',
    cpus: info.NCPU ?? 0,
    memory: info.MemTotal ?? 0,
    capabilities: capabilitiesOf({ product, version: own, apiVersion, osType }),
  };
}

/** The one place that knows which engine can do what. */
function capabilitiesOf(
  engine: Pick<EngineFacts, 'product' | 'version' | 'apiVersion' | 'osType'>,
): Capabilities {
  const docker = engine.product === 'docker';
  // https://docs.docker.com/reference/api/engine/version-history/: BuildKit and its cache came with API 1.39.
  const buildKit = docker && engine.osType === 'linux' && atLeast(engine.apiVersion, '1.39');
  return {
    swarm: docker,
    buildKit,
    buildCache: buildKit,
    // Podman answers it since 4.5 or 5.0, depending on what is to change; before that with 404.
    containerUpdate: docker || atLeast(engine.version, '5.0'),
    plugins: docker,
  };
}

/** Compares dotted numbers: `1.9` is less than `1.41`. */
function atLeast(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
