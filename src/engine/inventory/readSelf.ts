import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { type EngineFacts, type InfoAnswer, readFacts, type VersionAnswer } from '../facts.ts';
import type { SwarmState } from '../inventory.ts';
import { readSwarm } from './readSwarm.ts';

/** What an engine says of itself. */
export interface Self {
  readonly facts: EngineFacts;
  readonly swarm: SwarmState;
  /**
   * Whether the images are in the engine's own store, of which is known what its events say. Podman's and containerd's are
   * listed whole.
   */
  readonly ownImageStore: boolean;
}

/** Makes what asks an engine about itself: its version once, as that can't change while it runs; its `/info` each time. */
export function createSelfReader(engine: EngineClient, call: Call): () => Promise<Self> {
  let version: Promise<VersionAnswer> | undefined;
  const ask = <T>(path: string) => dial<T>(engine, { path, abortSignal: within('read', call.signal) });
  return async () => {
    version ??= ask<VersionAnswer>('/version');
    try {
      const [known, info] = await Promise.all([version, ask<InfoAnswer>('/info')]);
      const facts = readFacts(known, info);
      const ownImageStore = facts.product === 'docker' && !isOfContainerd(info);
      return { facts, swarm: readSwarm(info), ownImageStore };
    } catch (error) {
      // Asked again at the next reading.
      version = undefined;
      throw error;
    }
  };
}

/** moby, `daemon/info.go`: the driver's status names the kind of snapshotter. */
function isOfContainerd({ DriverStatus: status }: InfoAnswer): boolean {
  return status?.some(([name]) => name === 'driver-type') ?? false;
}
