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
}

/** Makes what asks an engine about itself: its version once, as that can't change while it runs; its `/info` each time. */
export function createSelfReader(engine: EngineClient, call: Call): () => Promise<Self> {
  let version: Promise<VersionAnswer> | undefined;
  const ask = <T>(path: string) => dial<T>(engine, { path, abortSignal: within('read', call.signal) });
  return async () => {
    version ??= ask<VersionAnswer>('/version');
    try {
      const [known, info] = await Promise.all([version, ask<InfoAnswer>('/info')]);
      return { facts: readFacts(known, info), swarm: readSwarm(info) };
    } catch (error) {
      // Asked again at the next reading.
      version = undefined;
      throw error;
    }
  };
}
