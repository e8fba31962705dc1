import type { InfoAnswer } from '../facts.ts';
import type { SwarmState } from '../inventory.ts';

/** What an engine's `/info` says of its swarm. */
export function readSwarm({ Swarm: swarm = {} }: InfoAnswer): SwarmState {
  const states = ['inactive', 'pending', 'active', 'locked', 'error'] as const;
  return {
    status: states.find((state) => state === swarm.LocalNodeState) ?? 'inactive',
    manager: swarm.ControlAvailable === true,
    ...(swarm.NodeID ? { nodeId: swarm.NodeID } : {}),
    ...(swarm.Error ? { error: swarm.Error } : {}),
  };
}
