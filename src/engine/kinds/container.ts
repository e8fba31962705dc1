export const containerStates = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'] as const;
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
  /** The engine's own sentence without its health part, such as `Exited (137) 2 minutes ago`. Its ages are of the time it was read. */
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
