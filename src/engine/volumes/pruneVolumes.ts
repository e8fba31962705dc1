import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { readVolume, type Volume } from '../kinds/volume.ts';
import { fitsPrune, labelFilters, type PruneFilter } from '../pruneFilter.ts';
import { measureDisk } from '../usage/measureDisk.ts';
import { removeVolume } from './removeVolume.ts';

/** Which volumes that no container uses are meant: those without a name of their own, or all. */
export type VolumePrune = Pick<PruneFilter, 'labels'> & { readonly all?: boolean };

/** A volume, and the bytes in it; undefined where its driver does not tell. */
export type SizedVolume = Volume & { readonly bytes?: number };

/** What `pruneVolumes` would remove now. Measures them, which may take a while. */
export async function volumesToPrune(
  engine: EngineClient,
  { all = false, labels = [], signal }: Call & VolumePrune = {},
): Promise<readonly SizedVolume[]> {
  const call = { abortSignal: within('long', signal) };
  const filters = JSON.stringify({ dangling: ['true'], ...labelFilters(labels) });
  const [{ Volumes: dangling }, sizes] = await Promise.all([
    dial<{ readonly Volumes: readonly Parameters<typeof readVolume>[0][] | null }>(engine, {
      path: '/volumes?',
      options: { filters },
      ...call,
    }),
    volumeSizes(engine, { signal }),
  ]);
  return (dangling ?? [])
    .map(readVolume)
    .filter((volume) => (all || volume.anonymous) && fitsPrune(volume, { labels }))
    .map((volume) => {
      const bytes = sizes.get(volume.name);
      return bytes === undefined ? volume : { ...volume, bytes };
    });
}

/**
 * Removes volumes one by one, so that just those go that a person has seen: what the engine's own prune takes differs
 * from version to version. One that has come into use meanwhile stays. Returns the names of those that are gone.
 */
export async function pruneVolumes(
  engine: EngineClient,
  names: readonly string[],
  call?: Call,
): Promise<{ readonly removed: readonly string[]; readonly kept: readonly string[] }> {
  const removed: string[] = [];
  const kept: string[] = [];
  for (const name of names) {
    call?.signal?.throwIfAborted();
    const gone = await removeVolume(engine, name, call).then(
      () => true,
      () => false,
    );
    (gone ? removed : kept).push(name);
  }
  return { removed, kept };
}

/** The bytes in each volume whose driver tells. */
export async function volumeSizes(engine: EngineClient, call?: Call): Promise<ReadonlyMap<string, number>> {
  const { Volumes: volumes } = await measureDisk<VolumeUsage>(engine, ['volume'], call);
  const sizes = (volumes ?? []).map(({ Name: name, UsageData: usage }) => [name, usage?.Size ?? -1] as const);
  return new Map(sizes.filter(([, size]) => size >= 0));
}

interface VolumeUsage {
  readonly Volumes?:
    | readonly { readonly Name: string; readonly UsageData?: { readonly Size: number } | null }[]
    | null;
}
