import type { ImageInspectInfo, ListImagesOptions } from 'dockerode';
import { isCarrier } from '../carrier.ts';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { EngineError } from '../errors.ts';
import { type Image, readImage } from '../kinds/image.ts';
import { referencePath } from '../segment.ts';

/** Of readings at the same time: an engine reads an image from its disk. */
const atOnce = 8;

/**
 * Reads images by their ids or references, as `/images/json` would list them if it listed them: for that an image without a
 * reference must have nothing built on it. What there is none of is left out.
 */
export async function readImages(
  engine: EngineClient,
  names: readonly string[],
  call: Call,
): Promise<readonly Image[]> {
  const images: Image[] = [];
  for (let from = 0; from < names.length; from += atOnce) {
    const some = names.slice(from, from + atOnce).map((name) => read(engine, name, call));
    for (const image of await Promise.all(some)) if (image !== undefined) images.push(image);
  }
  return images;
}

/** Lists the images that have no tag and that nothing was built on. */
export async function listUntaggedImages({ client }: EngineClient, call: Call): Promise<readonly Image[]> {
  const options: ListImagesOptions & { readonly abortSignal: AbortSignal } = {
    filters: { dangling: ['true'] },
    abortSignal: within('read', call.signal),
  };
  const infos = await client.listImages(options);
  return infos.filter((info) => !isCarrier(info)).map(readImage);
}

async function read({ client }: EngineClient, name: string, call: Call): Promise<Image | undefined> {
  try {
    const abortSignal = within('read', call.signal);
    const info: ImageInspectInfo = await client
      .getImage(referencePath(name))
      .inspect({ abortSignal } as object);
    const entry = {
      Id: info.Id,
      ParentId: info.Parent,
      RepoTags: info.RepoTags,
      RepoDigests: info.RepoDigests,
      // The list has whole seconds.
      Created: Math.floor(Date.parse(info.Created) / 1000),
      Size: info.Size,
      Labels: (info.Config as ImageInspectInfo['Config'] | null)?.Labels ?? {},
    };
    return isCarrier(entry) ? undefined : readImage(entry);
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined;
    throw error;
  }
}
