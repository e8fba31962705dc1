import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { segment } from '../segment.ts';

/** The engine's JSON as it is. */
export async function inspectContainer({ client }: EngineClient, id: string, call?: Call): Promise<unknown> {
  return await client.getContainer(segment(id)).inspect({ abortSignal: within('read', call?.signal) });
}
