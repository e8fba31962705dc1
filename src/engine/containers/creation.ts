import type { ContainerCreateOptions } from 'dockerode';
import type { Port } from '../kinds/container.ts';

/** What a container is made from: what `docker run` has flags for. What is left out is as the image or the engine has it. */
export interface Creation {
  /** A reference or an id. */
  readonly image: string;
  readonly name?: string;
  /** Instead of the image's own, or arguments of the entrypoint. */
  readonly command?: readonly string[];
  /** Instead of the image's own, whose command then counts no more; an empty list takes it away. */
  readonly entrypoint?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly ports?: readonly PublishedPort[];
  readonly mounts?: readonly CreationMount[];
  /** The first is what it is started in; `bridge` where there is none. */
  readonly networks?: readonly CreationNetwork[];
  /** Processors, also parts of one: 1.5. */
  readonly cpus?: number;
  /** Bytes. */
  readonly memory?: number;
  /** Processes and threads at most. */
  readonly pids?: number;
  readonly restart?: RestartPolicy;
  /** `linux/arm64`, of an image for several platforms. */
  readonly platform?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** A name or a number, with a group behind a colon where it has another. */
  readonly user?: string;
  readonly workdir?: string;
  readonly hostname?: string;
  /** The engine removes it when it ends. */
  readonly autoRemove?: boolean;
  /** With a terminal. */
  readonly tty?: boolean;
  /** With its input open. */
  readonly stdin?: boolean;
  /** Its input ends when the first that was attached to it goes. */
  readonly stdinOnce?: boolean;
  readonly privileged?: boolean;
  readonly capAdd?: readonly string[];
  readonly capDrop?: readonly string[];
  /** A small first process of the engine's that passes on signals and reaps. */
  readonly init?: boolean;
  /** Nothing can be written outside of mounts. */
  readonly readOnly?: boolean;
  /** `name:address` */
  readonly extraHosts?: readonly string[];
  /** What has no name above, in the engine's own: of a container that is made again. */
  readonly further?: Further;
}

/** A port of the container, published on the host. */
export interface PublishedPort {
  readonly containerPort: number;
  readonly protocol: Port['protocol'];
  /** Without it the engine chooses one. */
  readonly hostPort?: number;
  /** The engine chooses one from `hostPort` to this. */
  readonly hostPortEnd?: number;
  /** Every address of the host where there is none. */
  readonly hostIp?: string;
}

export interface CreationMount {
  readonly type: 'bind' | 'volume' | 'tmpfs';
  /** A path on the engine's machine, or a volume's name; a volume without it is a new one without a name. */
  readonly source?: string;
  /** Absolute path in the container. */
  readonly target: string;
  readonly readOnly?: boolean;
  /** As after the last colon of `--volume` or `--tmpfs`, without `ro`: `z`, `size=64m`. */
  readonly options?: string;
}

export interface CreationNetwork {
  /** Also `host`, `none`, `container:NAME`. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly ipv4?: string;
  readonly ipv6?: string;
}

export interface RestartPolicy {
  readonly name: 'no' | 'always' | 'unless-stopped' | 'on-failure';
  /** How often, `on-failure` alone; 0 or none is without end. */
  readonly retries?: number;
}

export interface Further {
  readonly config: Readonly<Partial<ContainerCreateOptions>>;
  readonly hostConfig: Readonly<NonNullable<ContainerCreateOptions['HostConfig']>>;
}

/** Whether a network's name is a way to be connected rather than a network that can have aliases and addresses. */
export function isNetworkMode(name: string): boolean {
  return name === 'host' || name === 'none' || name.startsWith('container:');
}
