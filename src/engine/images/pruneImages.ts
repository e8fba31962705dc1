import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { type Image, readImage } from '../kinds/image.ts';
import { fitsPrune, type PruneFilter, pruneFilters } from '../pruneFilter.ts';
import { imageSizes } from './imageSizes.ts';
import { deletions } from './removeImage.ts';

/** Which images that no container uses are meant: dangling ones, or all, of those that fit. */
export type ImagePrune = PruneFilter & { readonly all?: boolean };

/** An image that no container uses. */
export type UnusedImage = Image & { readonly uniqueBytes: number };

/** What goes, and within which bounds the bytes lie that this frees. */
export interface ImagesToPrune {
  readonly images: readonly UnusedImage[];
  /** All of their bytes: what is freed where they share layers with each other alone. */
  readonly bytes: number;
  /** The bytes that each has for itself, beside what images share; the build cache may have them as well. */
  readonly uniqueBytes: number;
}

/** What `pruneImages` would remove now. Measures them, which may take a while. */
export async function imagesToPrune(
  engine: EngineClient,
  { signal, ...prune }: Call & ImagePrune = {},
): Promise<ImagesToPrune> {
  const abortSignal = within('long', signal);
  const [listed, containers, sizes] = await Promise.all([
    engine.client.listImages({ abortSignal }),
    engine.client.listContainers({ all: true, abortSignal }),
    imageSizes(engine, { signal }),
  ]);
  const used = new Set(containers.map(({ ImageID }) => ImageID));
  const unused = listed
    .map(readImage)
    .filter(({ id }) => !used.has(id))
    .map((image) => ({ ...image, uniqueBytes: sizes.get(image.id)?.uniqueBytes ?? 0 }));
  return fittingImages(unused, prune);
}

/** Those of them that `pruneImages` would remove. */
export function fittingImages(
  unused: readonly UnusedImage[],
  { all = false, ...filter }: ImagePrune,
): ImagesToPrune {
  const images = unused.filter((image) => (all || image.tags.length === 0) && fitsPrune(image, filter));
  return {
    images,
    bytes: images.reduce((sum, { size }) => sum + size, 0),
    uniqueBytes: images.reduce((sum, { uniqueBytes }) => sum + uniqueBytes, 0),
  };
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
