import type { ContainerInfo } from 'dockerode';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { type Container, readContainer } from '../kinds/container.ts';

/** Which of the containers that do not run are meant; all of them where nothing is said. */
export interface PruneFilter {
  /** Those made before this moment, in milliseconds since the epoch. */
  readonly before?: number;
  /** Those with each of these labels: `key`, or `key=value`. */
  readonly labels?: readonly string[];
}

/** A container, and the bytes of its writable layer. */
export type SizedContainer = Container & { readonly bytes: number };

/** What `pruneContainers` would remove now, and the bytes that this frees. */
export async function containersToPrune(
  { client }: EngineClient,
  { before, labels = [], signal }: Call & PruneFilter = {},
): Promise<{ readonly containers: readonly SizedContainer[]; readonly bytes: number }> {
  const listed = await client.listContainers({
    all: true,
    size: true,
    filters: {
      status: ['created', 'exited', 'dead'],
      ...(labels.length === 0 ? {} : { label: [...labels] }),
    },
    abortSignal: within('long', signal),
  });
  const containers = listed
    .map((info: ContainerInfo & { readonly SizeRw?: number }) => ({
      ...readContainer(info),
      bytes: info.SizeRw ?? 0,
    }))
    .filter(({ createdAt }) => before === undefined || createdAt < before);
  return { containers, bytes: containers.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Removes every container that does not run and fits. */
export async function pruneContainers(
  { client }: EngineClient,
  { before, labels = [], signal }: Call & PruneFilter = {},
): Promise<{ readonly removed: readonly string[]; readonly bytes: number }> {
  const pruned = await client.pruneContainers({
    filters: {
      ...(before === undefined ? {} : { until: [String(Math.floor(before / 1000))] }),
      ...(labels.length === 0 ? {} : { label: [...labels] }),
    },
    abortSignal: within('long', signal),
  });
  return { removed: pruned.ContainersDeleted ?? [], bytes: pruned.SpaceReclaimed ?? 0 };
}
