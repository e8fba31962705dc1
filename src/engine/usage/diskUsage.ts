import type { Call, EngineClient } from '../client.ts';
import { type BuildCacheRecord, readBuildCache } from './buildCache.ts';
import { measureDisk } from './measureDisk.ts';

/** How much of the disk one kind of things takes, in bytes, and how much of that nothing uses. */
export interface Usage {
  readonly count: number;
  /** How many of them something uses. */
  readonly active: number;
  readonly bytes: number;
  readonly reclaimable: number;
}

export interface DiskUsage {
  readonly images: Usage;
  readonly containers: Usage;
  readonly volumes: Usage;
  readonly buildCache: Usage & { readonly records: readonly BuildCacheRecord[] };
}

/** Asks the engine how its disk is used, as `docker system df` does. It measures, which may take a while. */
export async function diskUsage(engine: EngineClient, call?: Call): Promise<DiskUsage> {
  const df = await measureDisk<Df>(engine, 'all', call);
  const images = df.Images ?? [];
  const containers = df.Containers ?? [];
  const volumes = (df.Volumes ?? []).map(({ UsageData: usage }) => ({
    bytes: Math.max(0, usage?.Size ?? 0),
    used: (usage?.RefCount ?? 0) > 0,
  }));
  const records = (df.BuildCache ?? []).map(readBuildCache);
  const layers = df.LayersSize ?? 0;
  // Podman and newer engines leave the count out; then whoever names it uses it.
  const usedImages = new Set(containers.map(({ ImageID }) => ImageID));
  const isUsed = ({ Id, Containers = -1 }: DfImage) => (Containers < 0 ? usedImages.has(Id) : Containers > 0);
  const usedBytes = sum(
    images.filter(isUsed).map(({ Size, SharedSize }) => Size - Math.max(0, SharedSize ?? 0)),
  );
  return {
    images: {
      count: images.length,
      active: images.filter(isUsed).length,
      bytes: layers,
      reclaimable: images.every(isUsed) ? 0 : Math.max(0, layers - usedBytes),
    },
    containers: usageOf(
      containers.map(({ SizeRw, State }) => ({
        bytes: SizeRw ?? 0,
        used: State === 'running' || State === 'paused' || State === 'restarting',
      })),
    ),
    volumes: usageOf(volumes),
    buildCache: {
      count: records.length,
      active: records.filter(({ inUse }) => inUse).length,
      // What images share counts as theirs.
      bytes: sum(records.filter(({ shared }) => !shared).map(({ bytes }) => bytes)),
      reclaimable: sum(records.filter(({ shared, inUse }) => !shared && !inUse).map(({ bytes }) => bytes)),
      records,
    },
  };
}

function usageOf(things: readonly { readonly bytes: number; readonly used: boolean }[]): Usage {
  return {
    count: things.length,
    active: things.filter(({ used }) => used).length,
    bytes: sum(things.map(({ bytes }) => bytes)),
    reclaimable: sum(things.filter(({ used }) => !used).map(({ bytes }) => bytes)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

interface DfImage {
  readonly Id: string;
  readonly Size: number;
  readonly SharedSize?: number;
  readonly Containers?: number;
}

/** What of the engine's `/system/df` is read; dockerode does not type it. */
interface Df {
  readonly LayersSize?: number;
  readonly Images?: readonly DfImage[] | null;
  readonly Containers?:
    | readonly { readonly ImageID: string; readonly SizeRw?: number; readonly State?: string }[]
    | null;
  readonly Volumes?:
    | readonly { readonly UsageData?: { readonly Size: number; readonly RefCount: number } | null }[]
    | null;
  readonly BuildCache?: readonly Parameters<typeof readBuildCache>[0][] | null;
}
