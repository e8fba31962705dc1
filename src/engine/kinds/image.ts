import type { ImageInfo } from 'dockerode';
import { isCarrier } from '../carrier.ts';
import { within } from '../deadline.ts';
import { mapWithPauses } from '../pauses.ts';
import type { Source } from './source.ts';

export interface Image {
  readonly kind: 'image';
  /** `sha256:…` */
  readonly id: string;
  /** `repository:tag` references, sorted; empty for a dangling image. */
  readonly tags: readonly string[];
  /** `repository@sha256:…` */
  readonly digests: readonly string[];
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** An image by one of its references: what a row stands for and what commands receive. */
export interface ImageReference extends Image {
  /** One of `tags`, or the id of a dangling image. */
  readonly reference: string;
}

/**
 * Always listed whole: a tag that moves takes itself from another image without an event for that one, and whether an
 * untagged image is listed depends on its children.
 */
export const images: Source<Image> = {
  async list({ client }, call) {
    const infos = await client.listImages({ abortSignal: within('read', call.signal) });
    return await mapWithPauses(
      infos.filter((info) => !isCarrier(info)),
      readImage,
    );
  },
  touched: ({ type }) => (type === 'image' ? 'all' : undefined),
};

/** One per tag, or one for a dangling image. */
export function imageReferences(image: Image): readonly ImageReference[] {
  const references = image.tags.length > 0 ? image.tags : [image.id];
  return references.map((reference) => ({ ...image, reference }));
}

/** Reads an entry of the engine's `/images/json`. */
export function readImage(info: ImageInfo): Image {
  return {
    kind: 'image',
    id: info.Id,
    tags: named(info.RepoTags).sort(),
    digests: named(info.RepoDigests).sort(),
    size: info.Size,
    createdAt: info.Created * 1000,
    labels: info.Labels ?? {},
  };
}

/** Old engines list a dangling image with the tag `<none>:<none>` and the digest `<none>@<none>`. */
function named(references: readonly string[] | undefined): string[] {
  return (references ?? []).filter(
    (reference) => !reference.startsWith('<none>') && !reference.endsWith('<none>'),
  );
}
