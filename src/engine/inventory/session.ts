import type { Change } from '../change.ts';
import type { EngineClient } from '../client.ts';
import { EngineError } from '../errors.ts';
import { type EngineEvent, openEvents } from '../events.ts';
import type { Image } from '../kinds/image.ts';
import type { Kind } from '../kinds/kind.ts';
import { kinds, sources } from '../kinds/sources.ts';
import type { SettledCall } from '../modem.ts';
import { createImageReader } from './imageReader.ts';
import { createSelfReader, type Self } from './readSelf.ts';
import { createRefresher, type Refresher } from './refresher.ts';
import type { Store } from './store.ts';

export interface SessionOptions {
  readonly engine: EngineClient;
  readonly stores: { readonly [K in Kind]: Store<K> };
  /** Aborted when the connection is given up. */
  readonly signal: AbortSignal;
  readonly log?: ((line: string) => void) | undefined;
  onChange(change: Change): void;
  /** Returns whether what it says of the swarm is news. */
  onSelf(self: Self): boolean;
}

/** One connection to an engine, for as long as its event stream lasts. */
export interface Session {
  /** Resolves when everything has been read since the subscription. */
  readonly synchronised: Promise<void>;
  /** Rejects when the stream ends, with the reason. */
  readonly ended: Promise<never>;
  /** A call was answered: some change what no event tells. */
  settled(call: SettledCall): void;
  /** Reads everything again. */
  refresh(): void;
}

/** Beside the objects of each kind there is the state of the swarm. */
type Part = Kind | 'swarm';

/** An event's effect shows within 250 ms: of these at most so many go by before it is read. */
const spacing = 100;
const retryAfter = 5000;
/** Of one reading: some proxies before an engine take no longer paths. */
const mostIds = 100;

/**
 * Subscribes, then reads everything; an event that comes while something is read has it read again. So nothing is missed
 * and nothing needs to be buffered: events carry no data, they say what to read.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { engine, stores, signal, log } = options;
  const { events } = await openEvents(engine, { signal, ...(log === undefined ? {} : { log }) });

  /** Whether there was an event of an image since the subscription. */
  let imagesTouched = false;
  /** Known when the engine has told of itself. */
  let imagesById = false;

  const readSelf = createSelfReader(engine, { signal });
  const refreshers: { readonly [P in Part]: Refresher } = {
    container: refresher('container', (what) => readKind('container', what)),
    image: refresher('image', (what) => imageReader.read(what)),
    network: refresher('network', (what) => readKind('network', what)),
    volume: refresher('volume', (what) => readKind('volume', what)),
    node: refresher('node', (what) => readKind('node', what)),
    swarm: refresher('swarm', async () => {
      const self = await readSelf();
      imagesById = self.ownImageStore;
      if (!options.onSelf(self)) return;
      refreshers.node.markAll();
      // With a swarm its networks go, and no event tells.
      refreshers.network.markAll();
    }),
  };
  const imageReader = createImageReader({
    engine,
    store: stores.image,
    signal,
    // At the start the containers are being listed, and name their images as these are.
    publish(change, wasLoaded) {
      if (change !== undefined && (wasLoaded || imagesTouched)) markUsers(change);
      publish(change);
    },
    again: (id) => refreshers.image.mark(id),
  });

  function refresher(part: Part, read: (what: 'all' | readonly string[]) => Promise<void>): Refresher {
    const onError = (error: unknown) => log?.(`Reading ${part} failed: ${String(error)}`);
    // An engine tells of a death and of a pause before its list shows them (moby, `daemon/monitor.go`, `daemon/pause.go`).
    const confirm = part === 'container';
    const most = () => (part === 'swarm' ? 0 : mostOf(part, stores[part].list().length));
    return createRefresher({ spacing, retryAfter, most, confirm, signal, read, onError });
  }

  async function readKind<K extends Kind>(kind: K, what: 'all' | readonly string[]): Promise<void> {
    const { list, read } = sources[kind];
    if (what === 'all' || read === undefined) {
      const objects = await list(engine, { signal });
      signal.throwIfAborted();
      return publish(stores[kind].replaceAll(objects));
    }
    for (let from = 0; from < what.length; from += mostIds) {
      const ids = what.slice(from, from + mostIds);
      const objects = await read(engine, ids, { signal });
      signal.throwIfAborted();
      publish(stores[kind].replaceSome(ids, objects));
    }
  }

  function publish(change: Change | undefined): void {
    if (change !== undefined) options.onChange(change);
  }

  /** A container names its image by the reference it was made of, for as long as that leads to the image. */
  function markUsers({ added, changed, removed }: Change<'image'>): void {
    const touched = new Map([...added, ...changed].map((image) => [image.id, image]));
    const gone = new Set(removed);
    for (const { id, imageId, image: name } of stores.container.list()) {
      const image = touched.get(imageId);
      if (gone.has(imageId) || (image !== undefined && !leadsTo(name, image))) refreshers.container.mark(id);
    }
  }

  function apply(event: EngineEvent): void {
    if (event.type === 'image') imagesTouched = true;
    for (const kind of kinds) {
      const touched = sources[kind].touched(event);
      if (touched === undefined) continue;
      if (touched === 'all' || (kind === 'image' && !imagesById)) refreshers[kind].markAll();
      else refreshers[kind].mark(touched);
    }
    for (const id of imagesById ? imageReader.others(event) : []) refreshers.image.mark(id);
    if (touchesSwarm(event)) refreshers.swarm.markAll();
  }

  async function follow(): Promise<never> {
    for await (const event of events) apply(event);
    throw new EngineError('disconnected', 'The engine ended the stream of events.');
  }

  function refresh(): void {
    for (const each of Object.values(refreshers)) each.markAll();
  }

  refresh();
  const ended = follow();
  ended.catch(() => undefined);
  return {
    synchronised: Promise.all(Object.values(refreshers).map(({ first }) => first)).then(() => undefined),
    ended,
    refresh,
    settled({ method, path, error }) {
      if (method === 'GET' || error !== undefined) return;
      // An engine tells nobody that it left a swarm, nor, an old one, of an image that a build left without a tag.
      if (path.startsWith('/swarm/')) refreshers.swarm.markAll();
      if (path.startsWith('/build') || path.startsWith('/images/')) refreshers.image.markAll();
      // Nor of a container that does not run and is put into a network or taken out of it; Podman of no network at all.
      if (/^\/networks\/[^/]+\/(?:dis)?connect\b/.test(path)) refreshers.container.markAll();
      else if (path.startsWith('/networks/')) refreshers.network.markAll();
    },
  };
}

function leadsTo(name: string, { tags, digests }: Image): boolean {
  return tags.includes(name) || tags.includes(`${name}:latest`) || digests.includes(name);
}

/** From how many objects on it is sooner done to read all: an image is read by itself, others are in one answer. */
function mostOf(kind: Kind, count: number): number {
  return kind === 'image' ? Math.max(20, count / 20) : Math.max(mostIds, count / 4);
}

/** A new swarm shows as an update of its first node, and as the network `ingress`. */
function touchesSwarm({ type, attributes }: EngineEvent): boolean {
  return type === 'node' || type === 'daemon' || (type === 'network' && attributes.type === 'overlay');
}
