import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import type { SwarmState } from '../inventory.ts';

/** What of the engine's `/info` is read; dockerode does not type it. Podman has no `Swarm` in it. */
interface Info {
  readonly Swarm?: {
    readonly LocalNodeState?: string;
    readonly ControlAvailable?: boolean;
    readonly NodeID?: string;
    readonly Error?: string;
  };
}

/** Asks the engine what it knows of its swarm. */
export async function readSwarm(engine: EngineClient, call: Call): Promise<SwarmState> {
  const abortSignal = within('read', call.signal);
  const { Swarm: swarm = {} } = await dial<Info>(engine, { path: '/info', abortSignal });
  const states = ['inactive', 'pending', 'active', 'locked', 'error'] as const;
  return {
    status: states.find((state) => state === swarm.LocalNodeState) ?? 'inactive',
    manager: swarm.ControlAvailable === true,
    ...(swarm.NodeID ? { nodeId: swarm.NodeID } : {}),
    ...(swarm.Error ? { error: swarm.Error } : {}),
  };
}
