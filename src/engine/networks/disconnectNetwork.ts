import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { segment } from '../segment.ts';

/** Takes a container out of a network; `force` also where the engine thinks that it still uses it. */
export async function disconnectNetwork(
  { client }: EngineClient,
  network: string,
  options: Call & { readonly container: string; readonly force?: boolean },
): Promise<void> {
  await client.getNetwork(segment(network)).disconnect({
    Container: options.container,
    Force: options.force ?? false,
    abortSignal: within('change', options.signal),
  });
}
