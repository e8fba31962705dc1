import type { Change } from '../change.ts';
import type { EngineClient } from '../client.ts';
import { EngineError } from '../errors.ts';
import type { EngineEvent } from '../events.ts';
import { listUntaggedImages, readImages } from '../images/readImages.ts';
import { type Image, images, isNamed, unnamedImages } from '../kinds/image.ts';
import type { Store } from './store.ts';

export interface ImageReaderOptions {
  readonly engine: EngineClient;
  readonly store: Store<'image'>;
  readonly signal: AbortSignal;
  /** `wasLoaded`: whether the store had been filled before. */
  publish(change: Change<'image'> | undefined, wasLoaded: boolean): void;
  /** An image is to be read again. */
  again(id: string): void;
}

/** Reads images after events: those alone that the events may have changed. */
export interface ImageReader {
  /** Which images an event touches beside those that it names. */
  others(event: EngineEvent): readonly string[];
  read(what: 'all' | readonly string[]): Promise<void>;
}

/**
 * An event names one image, and changes others: a tag is taken from the image that had it; an image without a name is listed
 * only while nothing is built on it. The first is known from the store, the second the engine is asked for when an event may
 * have changed it. What an answer could not know of yet, as an event came while it was under way, is read again.
 */
export function createImageReader({
  engine,
  store,
  signal,
  publish,
  again,
}: ImageReaderOptions): ImageReader {
  /** The references that have led elsewhere since the last reading began, and to which image where that is known. */
  const moved = new Map<string, string | undefined>();
  /** Those that are gone and were built on none: further events of them uncover nothing. */
  const rootless = new Set<string>();
  const ownerOf = ownersIn(store);

  async function readAll(): Promise<void> {
    const listed = await images.list(engine, { signal });
    signal.throwIfAborted();
    rootless.clear();
    const wasLoaded = store.loaded;
    publish(store.replaceAll(listed), wasLoaded);
  }

  /** An image whose layers are just going can't be read by itself; the list leaves it out. */
  async function readAllInstead(error: unknown): Promise<void> {
    if (!(error instanceof EngineError) || error.status === undefined) throw error;
    await readAll();
  }

  async function readSome(ids: readonly string[]): Promise<void> {
    const names = ids.filter((id) => id !== unnamedImages);
    const found = await readImages(engine, names, { signal });
    const there = new Set(found.map(({ id }) => id));
    const gone = names.filter((name) => !there.has(name) && name.startsWith('sha256:'));
    const uncertain = names.length < ids.length || found.some(changesUnnamed) || gone.some(mayUncover);
    const unnamed = uncertain ? await listUntaggedImages(engine, { signal }) : [];
    signal.throwIfAborted();
    for (const id of gone) if (!mayUncover(id)) rootless.add(id);
    const fresh = new Map([...unnamed, ...found.filter(isNamed)].map((image) => [image.id, image]));
    for (const id of there) rootless.delete(id);
    const former = uncertain ? store.list().filter((image) => !isNamed(image)) : [];
    const replaced = new Set([...names, ...fresh.keys(), ...former.map(({ id }) => id)]);
    for (const { id, tags } of fresh.values()) {
      for (const tag of tags) {
        const owner = ownerOf(tag);
        if (owner !== id && owner !== undefined && !replaced.has(owner)) again(owner);
      }
    }
    publish(store.replaceSome([...replaced], [...fresh.values()]), true);
  }

  /** Whether what was read says that other images may be listed, or not be, that have no name. */
  function changesUnnamed(image: Image): boolean {
    return !isNamed(image) || (image.parentId !== undefined && store.get(image.id) === undefined);
  }

  /** Whether the image that a gone one was built on may be listed now. */
  function mayUncover(id: string): boolean {
    const former = store.get(id);
    return former === undefined ? !rootless.has(id) : former.parentId !== undefined;
  }

  return {
    others({ type, action, id, attributes }) {
      if (type !== 'image') return [];
      const reference = action === 'tag' ? attributes.name : action === 'pull' ? id : undefined;
      if (reference === undefined) return [];
      moved.set(reference, action === 'tag' ? id : undefined);
      const former = ownerOf(reference);
      // What was pulled may have lost its name already, and nobody knows its id.
      return [...(former === undefined ? [] : [former]), ...(action === 'pull' ? [unnamedImages] : [])];
    },
    async read(what) {
      moved.clear();
      if (what === 'all') await readAll();
      else await readSome(what).catch(readAllInstead);
      for (const [reference, id] of moved) {
        const owner = ownerOf(reference);
        if (owner !== undefined && owner !== id) again(owner);
      }
    },
  };
}

/** Makes what tells which image of a store has a tag. */
function ownersIn(store: Store<'image'>): (tag: string) => string | undefined {
  let of: readonly Image[] | undefined;
  let owners = new Map<string, string>();
  return (tag) => {
    const list = store.list();
    if (of !== list) owners = new Map(list.flatMap(({ id, tags }) => tags.map((one) => [one, id] as const)));
    of = list;
    return owners.get(tag);
  };
}
