import type { ImageInfo } from 'dockerode';
import { isCarrier } from '../carrier.ts';
import { within } from '../deadline.ts';
import { mapWithPauses } from '../pauses.ts';
import { parseReference } from '../reference.ts';
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
  /** The id of the image that it was built on, where the engine knows of one. */
  readonly parentId?: string;
}

/** An image by one of its references: what a row stands for and what commands receive. */
export interface ImageReference extends Image {
  /** One of `tags`, or the id of a dangling image. */
  readonly reference: string;
}

/** Stands among ids for the images without a reference: whether such a one is listed depends on its children. */
export const unnamedImages = 'unnamed';

/**
 * How the engine names what an event touches (moby `daemon/images`): the image by its id, but by its reference what was
 * pulled or pushed. What further images it touches is up to `inventory/imageReader.ts`.
 */
export const images: Source<Image> = {
  async list({ client }, call) {
    const infos = await client.listImages({ abortSignal: within('read', call.signal) });
    return await mapWithPauses(
      infos.filter((info) => !isCarrier(info)),
      readImage,
    );
  },
  touched({ type, action, id, attributes }) {
    // What is committed without a name is told of as what became of the container alone.
    if (type === 'container') return action === 'commit' ? attributes.imageID : undefined;
    if (type !== 'image' || action === 'save') return undefined;
    if (ofOneId.has(action) && id.startsWith('sha256:')) return id;
    return ofOneReference.has(action) && isWhole(id) ? id : 'all';
  },
};

/** A load is none of them: it moves tags and tells of none. */
const ofOneId = new Set(['tag', 'untag', 'delete', 'import', 'create']);
const ofOneReference = new Set(['pull', 'push']);

/** A repository alone stands for all of its tags. */
function isWhole(reference: string): boolean {
  const parsed = parseReference(reference);
  return parsed !== undefined && (parsed.tag !== undefined || parsed.digest !== undefined);
}

/** Whether something names it: then it is listed, whatever was built on it. */
export function isNamed({ tags, digests }: Image): boolean {
  return tags.length > 0 || digests.length > 0;
}

/** One per tag, or one for a dangling image. */
export function imageReferences(image: Image): readonly ImageReference[] {
  const references = image.tags.length > 0 ? image.tags : [image.id];
  return references.map((reference) => ({ ...image, reference }));
}

/** Of an entry of the engine's `/images/json` what is read. */
type ImageEntry = Pick<
  ImageInfo,
  'Id' | 'ParentId' | 'RepoTags' | 'RepoDigests' | 'Size' | 'Created' | 'Labels'
>;

/** Reads an entry of the engine's `/images/json`. */
export function readImage(info: ImageEntry): Image {
  return {
    kind: 'image',
    id: info.Id,
    tags: named(info.RepoTags).sort(),
    digests: named(info.RepoDigests).sort(),
    size: info.Size,
    createdAt: info.Created * 1000,
    labels: info.Labels ?? {},
    ...(info.ParentId ? { parentId: info.ParentId } : {}),
  };
}

/** Old engines list a dangling image with the tag `<none>:<none>` and the digest `<none>@<none>`. */
function named(references: readonly string[] | undefined): string[] {
  return (references ?? []).filter(
    (reference) => !reference.startsWith('<none>') && !reference.endsWith('<none>'),
  );
}
