import type { ImageInfo, ImageInspectInfo, ImageInspectOptions } from 'dockerode';
import { isCarrier } from '../carrier.ts';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { EngineError } from '../errors.ts';
import { mapWithPauses } from '../pauses.ts';
import { parseReference, referenceProblem } from '../reference.ts';
import { referencePath } from '../segment.ts';
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

/** A port that an image's EXPOSE instruction names. */
export interface ExposedPort {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
}

/** One per tag, or one for a dangling image. */
export function imageReferences(image: Image): readonly ImageReference[] {
  const references = image.tags.length > 0 ? image.tags : [image.id];
  return references.map((reference) => ({ ...image, reference }));
}

/** Gives the image another reference; `latest` where `target` has no tag. */
export async function tagImage(
  { client }: EngineClient,
  reference: string,
  options: Call & { readonly target: string },
): Promise<void> {
  const target = parseReference(options.target);
  if (target === undefined)
    throw new EngineError('refused', referenceProblem(options.target) ?? options.target);
  await client.getImage(referencePath(reference)).tag({
    repo: target.repository,
    tag: target.tag ?? 'latest',
    abortSignal: within('change', options.signal),
  });
}

/** Removes a reference, and with the last one the image; `force` also where a stopped container uses it. */
export async function removeImage(
  { client }: EngineClient,
  reference: string,
  options: Call & { readonly force?: boolean },
): Promise<{ readonly untagged: readonly string[]; readonly deleted: readonly string[] }> {
  const removed = await client.getImage(referencePath(reference)).remove({
    force: options.force ?? false,
    abortSignal: within('long', options.signal),
  });
  return deletions(removed);
}

/** The engine's JSON as it is. */
export async function inspectImage(
  { client }: EngineClient,
  reference: string,
  call?: Call,
): Promise<unknown> {
  return await inspect({ client }, reference, call);
}

/** What the image's EXPOSE instructions name, in the order of their numbers. */
export async function exposedPorts(
  { client }: EngineClient,
  reference: string,
  call?: Call,
): Promise<readonly ExposedPort[]> {
  const image = await inspect({ client }, reference, call);
  return Object.keys(image.Config?.ExposedPorts ?? {})
    .map(exposedPort)
    .filter((port) => port !== undefined)
    .sort((a, b) => a.port - b.port);
}

/** What `pruneImages` would remove now, and their bytes; layers that they share with kept images count as well. */
export async function imagesToPrune(
  { client }: EngineClient,
  options: Call & { readonly all?: boolean },
): Promise<{ readonly images: readonly Image[]; readonly bytes: number }> {
  const signal = within('long', options.signal);
  const [listed, containers] = await Promise.all([
    client.listImages({ abortSignal: signal }),
    client.listContainers({ all: true, abortSignal: signal }),
  ]);
  const used = new Set(containers.map(({ ImageID }) => ImageID));
  const images = listed
    .map(readImage)
    .filter((image) => !used.has(image.id) && (options.all === true || image.tags.length === 0));
  return { images, bytes: images.reduce((sum, { size }) => sum + size, 0) };
}

/** Removes images that no container uses: dangling ones, or with `all` every one. */
export async function pruneImages(
  { client }: EngineClient,
  options: Call & { readonly all?: boolean },
): Promise<{ readonly removed: readonly string[]; readonly bytes: number }> {
  const pruned = await client.pruneImages({
    filters: { dangling: [String(options.all !== true)] },
    abortSignal: within('long', options.signal),
  });
  const { untagged, deleted } = deletions(pruned.ImagesDeleted ?? []);
  return { removed: deleted.length > 0 ? deleted : untagged, bytes: pruned.SpaceReclaimed ?? 0 };
}

async function inspect({ client }: EngineClient, reference: string, call?: Call): Promise<ImageInspectInfo> {
  const options: ImageInspectOptions & { readonly abortSignal: AbortSignal } = {
    abortSignal: within('read', call?.signal),
  };
  return await client.getImage(referencePath(reference)).inspect(options);
}

function deletions(entries: readonly { Untagged?: string; Deleted?: string }[]) {
  return {
    untagged: entries.map(({ Untagged }) => Untagged).filter((entry) => entry !== undefined),
    deleted: entries.map(({ Deleted }) => Deleted).filter((entry) => entry !== undefined),
  };
}

function exposedPort(text: string): ExposedPort | undefined {
  const [number, protocol = 'tcp'] = text.split('/');
  const port = Number(number);
  if (!Number.isInteger(port)) return undefined;
  return protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp' ? { port, protocol } : undefined;
}

/** Reads an entry of the engine's `/images/json`. */
function readImage(info: ImageInfo): Image {
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
