export interface Node {
  readonly kind: 'node';
  readonly id: string;
  readonly hostname: string;
  readonly role: 'manager' | 'worker';
  readonly leader: boolean;
  /** Of a manager, as the leader sees it. */
  readonly reachability?: 'unknown' | 'unreachable' | 'reachable';
  readonly availability: 'active' | 'pause' | 'drain';
  readonly state: 'unknown' | 'down' | 'ready' | 'disconnected';
  /** The engine's own words on the state, if any. */
  readonly message?: string;
  readonly address: string;
  readonly engineVersion: string;
  readonly os: string;
  readonly architecture: string;
  /** Whole and fractional CPUs. */
  readonly cpus: number;
  /** Bytes. */
  readonly memory: number;
  readonly labels: Readonly<Record<string, string>>;
}
