import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { segment } from '../segment.ts';

/** Gives it another name. */
export async function renameContainer(
  { client }: EngineClient,
  id: string,
  options: Call & { readonly name: string },
): Promise<void> {
  const container = client.getContainer(segment(id));
  await container.rename({ name: options.name, abortSignal: within('change', options.signal) });
}
