import type { ContainerInfo } from 'dockerode';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { type Container, readContainer } from '../kinds/container.ts';
import { fitsPrune, labelFilters, type PruneFilter, pruneFilters } from '../pruneFilter.ts';

/** A container, and the bytes of its writable layer. */
export type SizedContainer = Container & { readonly bytes: number };

/** What `pruneContainers` would remove now, and the bytes that this frees. */
export async function containersToPrune(
  { client }: EngineClient,
  { signal, ...filter }: Call & PruneFilter = {},
): Promise<{ readonly containers: readonly SizedContainer[]; readonly bytes: number }> {
  const listed = await client.listContainers({
    all: true,
    size: true,
    filters: { status: ['created', 'exited', 'dead'], ...labelFilters(filter.labels ?? []) },
    abortSignal: within('long', signal),
  });
  const containers = listed
    .map((info: ContainerInfo & { readonly SizeRw?: number }) => ({
      ...readContainer(info),
      bytes: info.SizeRw ?? 0,
    }))
    .filter((container) => fitsPrune(container, filter));
  return { containers, bytes: containers.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Removes every container that does not run and fits. */
export async function pruneContainers(
  { client }: EngineClient,
  { signal, ...filter }: Call & PruneFilter = {},
): Promise<{ readonly removed: readonly string[]; readonly bytes: number }> {
  const pruned = await client.pruneContainers({
    filters: pruneFilters(filter),
    abortSignal: within('long', signal),
  });
  return { removed: pruned.ContainersDeleted ?? [], bytes: pruned.SpaceReclaimed ?? 0 };
}
