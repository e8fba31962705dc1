import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { measureDisk } from '../usage/measureDisk.ts';

/** How much of an image's size is its own. */
export interface ImageSize {
  /** Bytes of all of its layers. */
  readonly bytes: number;
  /** Bytes of the layers that no other image has: what goes with it. */
  readonly uniqueBytes: number;
}

/** The sizes of all images that are listed, by id. The engine compares their layers, which may take a while. */
export async function imageSizes(engine: EngineClient, call?: Call): Promise<ReadonlyMap<string, ImageSize>> {
  // https://docs.docker.com/reference/api/engine/version-history/: API 1.42 brought `shared-size`.
  const listed = await dial<readonly Entry[]>(engine, {
    path: '/images/json?',
    options: { 'shared-size': '1' },
    abortSignal: within('long', call?.signal),
  });
  const told = listed.every(({ SharedSize = -1 }) => SharedSize >= 0);
  const entries = told
    ? listed
    : ((await measureDisk<{ readonly Images?: readonly Entry[] | null }>(engine, ['image'], call)).Images ??
      []);
  return new Map(
    entries.map(({ Id, Size, SharedSize = -1 }) => [
      Id,
      { bytes: Size, uniqueBytes: Size - Math.max(0, SharedSize) },
    ]),
  );
}

/** What of an entry of the engine's `/images/json` and `/system/df` is read; -1 stands for what was not measured. */
interface Entry {
  readonly Id: string;
  readonly Size: number;
  readonly SharedSize?: number;
}
