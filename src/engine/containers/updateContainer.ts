import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { segment } from '../segment.ts';
import type { Creation } from './creation.ts';
import { limitsOf } from './creationBody.ts';

/** What can be changed of a container that is there. An engine can raise and lower a limit, but not take it away; of `pids` it can, by -1. */
export interface Update extends Call, Pick<Creation, 'cpus' | 'memory' | 'pids' | 'restart'> {}

/** Changes limits and restart policy, at once where it runs. Resolves to the engine's warnings. */
export async function updateContainer(
  engine: EngineClient,
  id: string,
  { signal, ...update }: Update,
): Promise<readonly string[]> {
  const { memory } = update;
  const answer = await dial<{ readonly Warnings?: readonly string[] | null }>(engine, {
    method: 'POST',
    path: `/containers/${segment(id)}/update`,
    // Swap counts memory in and must not be less: as at a creation it is twice of it.
    options: { _body: { ...limitsOf(update), ...(memory === undefined ? {} : { MemorySwap: memory * 2 }) } },
    abortSignal: within('change', signal),
  });
  return answer.Warnings ?? [];
}
