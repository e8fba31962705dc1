import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { segment } from '../segment.ts';

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

/** The engine's JSON as it is. */
export async function inspectNode({ client }: EngineClient, id: string, call?: Call): Promise<unknown> {
  return await client.getNode(segment(id)).inspect({ abortSignal: within('read', call?.signal) });
}

/** What of the engine's `/nodes` is read; dockerode does not type it. */
export interface NodeInfo {
  readonly ID: string;
  readonly Spec: {
    readonly Role: string;
    readonly Availability: string;
    readonly Labels?: Readonly<Record<string, string>> | null;
  };
  readonly Description: {
    readonly Hostname?: string;
    readonly Platform?: { readonly Architecture?: string; readonly OS?: string };
    readonly Resources?: { readonly NanoCPUs?: number; readonly MemoryBytes?: number };
    readonly Engine?: { readonly EngineVersion?: string };
  };
  readonly Status: { readonly State?: string; readonly Message?: string; readonly Addr?: string };
  readonly ManagerStatus?: { readonly Leader?: boolean; readonly Reachability?: string };
}

/** Reads an entry of the engine's `/nodes`. */
export function readNode({ ID, Spec, Description, Status, ManagerStatus }: NodeInfo): Node {
  const reachability = oneOf(['unknown', 'unreachable', 'reachable'], ManagerStatus?.Reachability);
  return {
    kind: 'node',
    id: ID,
    hostname: Description.Hostname ?? '',
    role: Spec.Role === 'manager' ? 'manager' : 'worker',
    leader: ManagerStatus?.Leader === true,
    ...(ManagerStatus === undefined ? {} : { reachability: reachability ?? 'unknown' }),
    availability: oneOf(['active', 'pause', 'drain'], Spec.Availability) ?? 'active',
    state: oneOf(['unknown', 'down', 'ready', 'disconnected'], Status.State) ?? 'unknown',
    ...(Status.Message ? { message: Status.Message } : {}),
    address: Status.Addr ?? '',
    engineVersion: Description.Engine?.EngineVersion ?? '',
    os: Description.Platform?.OS ?? '',
    architecture: Description.Platform?.Architecture ?? '',
    cpus: (Description.Resources?.NanoCPUs ?? 0) / 1e9,
    memory: Description.Resources?.MemoryBytes ?? 0,
    labels: Spec.Labels ?? {},
  };
}

function oneOf<T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  return values.find((value) => value === text);
}
