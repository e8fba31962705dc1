import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { segment } from '../segment.ts';

/** The engine's JSON as it is. */
export async function inspectVolume({ client }: EngineClient, name: string, call?: Call): Promise<unknown> {
  return await client.getVolume(segment(name)).inspect({ abortSignal: within('read', call?.signal) });
}
