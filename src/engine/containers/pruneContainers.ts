import type { ContainerInfo } from 'dockerode';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { type Container, readContainer } from '../kinds/container.ts';

/** What `pruneContainers` would remove now, and the bytes of their writable layers. */
export async function containersToPrune(
  { client }: EngineClient,
  call?: Call,
): Promise<{ readonly containers: readonly Container[]; readonly bytes: number }> {
  const listed = await client.listContainers({
    all: true,
    size: true,
    filters: { status: ['created', 'exited', 'dead'] },
    abortSignal: within('long', call?.signal),
  });
  const sized: readonly (ContainerInfo & { readonly SizeRw?: number })[] = listed;
  const bytes = sized.reduce((sum, { SizeRw }) => sum + (SizeRw ?? 0), 0);
  return { containers: listed.map(readContainer), bytes };
}

/** Removes every container that does not run. */
export async function pruneContainers(
  { client }: EngineClient,
  call?: Call,
): Promise<{ readonly removed: readonly string[]; readonly bytes: number }> {
  const pruned = await client.pruneContainers({ abortSignal: within('long', call?.signal) });
  return { removed: pruned.ContainersDeleted ?? [], bytes: pruned.SpaceReclaimed ?? 0 };
}
