import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import type { PruneFilter } from '../pruneFilter.ts';
import { measureDisk } from './measureDisk.ts';

/** What a step of a build has left for the next build. */
export interface BuildCacheRecord {
  readonly id: string;
  /** `regular`, `source.local`, `exec.cachemount`, … */
  readonly type: string;
  /** What made it, in the engine's words: `[2/3] RUN make`. */
  readonly description: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly lastUsedAt?: number;
  readonly uses: number;
  readonly inUse: boolean;
  /** Also part of an image: removing it frees nothing. */
  readonly shared: boolean;
}

/** Which of the build cache is meant; all that no build uses where nothing is said. */
export interface BuildCachePrune extends Pick<PruneFilter, 'before'> {
  /** One record alone, by its id. */
  readonly id?: string;
  /** Bytes that may stay: what was used longest ago goes first. */
  readonly keep?: number;
}

/** What is in the build cache. */
export async function listBuildCache(
  engine: EngineClient,
  call?: Call,
): Promise<readonly BuildCacheRecord[]> {
  const { BuildCache: records } = await measureDisk<{
    readonly BuildCache?: readonly RecordInfo[] | null;
  }>(engine, ['build-cache'], call);
  return (records ?? []).map(readBuildCache);
}

/** Removes what fits from the build cache. Returns what went and the bytes that this freed. */
export async function pruneBuildCache(
  engine: EngineClient,
  { id, before, keep, signal }: Call & BuildCachePrune = {},
): Promise<{ readonly removed: readonly string[]; readonly bytes: number }> {
  const filters = {
    ...(id === undefined ? {} : { id: [id] }),
    // Of all times the engine takes only an age here.
    ...(before === undefined ? {} : { until: [`${Math.max(0, Math.round((Date.now() - before) / 1000))}s`] }),
  };
  const pruned = await dial<{
    readonly CachesDeleted?: readonly string[] | null;
    readonly SpaceReclaimed?: number;
  }>(engine, {
    method: 'POST',
    path: '/build/prune?',
    options: {
      all: 'true',
      filters: JSON.stringify(filters),
      // Its name until API 1.47 and since.
      ...(keep === undefined ? {} : { 'keep-storage': String(keep), 'reserved-space': String(keep) }),
    },
    abortSignal: within('long', signal),
  });
  return { removed: pruned.CachesDeleted ?? [], bytes: pruned.SpaceReclaimed ?? 0 };
}

/** What of a record of the engine's `/system/df` is read. */
interface RecordInfo {
  readonly ID: string;
  readonly Type: string;
  readonly Description: string;
  readonly InUse: boolean;
  readonly Shared: boolean;
  readonly Size: number;
  readonly CreatedAt: string;
  readonly LastUsedAt?: string | null;
  readonly UsageCount: number;
}

export function readBuildCache(info: RecordInfo): BuildCacheRecord {
  const lastUsedAt = info.LastUsedAt ? Date.parse(info.LastUsedAt) : undefined;
  return {
    id: info.ID,
    type: info.Type,
    description: info.Description,
    bytes: info.Size,
    createdAt: Date.parse(info.CreatedAt),
    ...(lastUsedAt === undefined ? {} : { lastUsedAt }),
    uses: info.UsageCount,
    inUse: info.InUse,
    shared: info.Shared,
  };
}
