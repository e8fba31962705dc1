import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { segment } from '../segment.ts';

/** Removes a volume that no container uses, and what is in it. */
export async function removeVolume({ client }: EngineClient, name: string, call?: Call): Promise<void> {
  await client.getVolume(segment(name)).remove({ abortSignal: within('long', call?.signal) });
}
