import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { segment } from '../segment.ts';

/** Removes a network that nobody is in. */
export async function removeNetwork({ client }: EngineClient, id: string, call?: Call): Promise<void> {
  await client.getNetwork(segment(id)).remove({ abortSignal: within('change', call?.signal) });
}
