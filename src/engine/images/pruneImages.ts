import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { type Image, readImage } from '../kinds/image.ts';
import { fitsPrune, type PruneFilter, pruneFilters } from '../pruneFilter.ts';
import { deletions } from './removeImage.ts';

/** Which images that no container uses are meant: dangling ones, or all, of those that fit. */
export type ImagePrune = PruneFilter & { readonly all?: boolean };

/** What `pruneImages` would remove now, and their bytes; layers that they share with kept images count as well. */
export async function imagesToPrune(
  { client }: EngineClient,
  { all = false, signal, ...filter }: Call & ImagePrune = {},
): Promise<{ readonly images: readonly Image[]; readonly bytes: number }> {
  const abortSignal = within('long', signal);
  const [listed, containers] = await Promise.all([
    client.listImages({ abortSignal }),
    client.listContainers({ all: true, abortSignal }),
  ]);
  const used = new Set(containers.map(({ ImageID }) => ImageID));
  const images = listed
    .map(readImage)
    .filter((image) => !used.has(image.id) && (all || image.tags.length === 0) && fitsPrune(image, filter));
  return { images, bytes: images.reduce((sum, { size }) => sum + size, 0) };
}

/** Removes images that no container uses and that fit: dangling ones, or with `all` every one. */
export async function pruneImages(
  { client }: EngineClient,
  { all = false, signal, ...filter }: Call & ImagePrune = {},
): Promise<{ readonly removed: readonly string[]; readonly bytes: number }> {
  const pruned = await client.pruneImages({
    filters: { ...pruneFilters(filter), dangling: [String(!all)] },
    abortSignal: within('long', signal),
  });
  const { untagged, deleted } = deletions(pruned.ImagesDeleted ?? []);
  return { removed: deleted.length > 0 ? deleted : untagged, bytes: pruned.SpaceReclaimed ?? 0 };
}
