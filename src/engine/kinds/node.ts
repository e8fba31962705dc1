import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { EngineError } from '../errors.ts';
import { segment } from '../segment.ts';
import type { Source } from './source.ts';

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

/** Always listed whole: when the leader changes, several nodes do, and there is an event for some. */
export const nodes: Source<Node> = {
  async list({ client }, call) {
    try {
      const infos: readonly NodeInfo[] = await client.listNodes({ abortSignal: within('read', call.signal) });
      return infos.map(readNode);
    } catch (error) {
      if (error instanceof EngineError && (error.code === 'not-a-manager' || error.status === 404)) return [];
      throw error;
    }
  },
  touched: ({ type }) => (type === 'node' ? 'all' : undefined),
};

/** The engine's JSON as it is. */
export async function inspectNode({ client }: EngineClient, id: string, call?: Call): Promise<unknown> {
  return await client.getNode(segment(id)).inspect({ abortSignal: within('read', call?.signal) });
}

/** What of the engine's `/nodes` is read; dockerode does not type it. */
interface NodeInfo {
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
function readNode({ ID, Spec, Description, Status, ManagerStatus }: NodeInfo): Node {
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
