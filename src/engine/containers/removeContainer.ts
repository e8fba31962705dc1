import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { segment } from '../segment.ts';

/** Removes it; `force` also where it runs, `volumes` with its anonymous volumes. */
export async function removeContainer(
  { client }: EngineClient,
  id: string,
  options: Call & { readonly force?: boolean; readonly volumes?: boolean },
): Promise<void> {
  await client.getContainer(segment(id)).remove({
    force: options.force ?? false,
    v: options.volumes ?? false,
    abortSignal: within('long', options.signal),
  });
}
