import { containers } from './container.ts';
import { images } from './image.ts';
import type { Kind, ObjectOf } from './kind.ts';
import { networks } from './network.ts';
import { nodes } from './node.ts';
import type { Source } from './source.ts';
import { volumes } from './volume.ts';

/** How each kind is listed and read, and which events touch it. A new kind is one line here. */
export const sources: { readonly [K in Kind]: Source<ObjectOf<K>> } = {
  container: containers,
  image: images,
  network: networks,
  volume: volumes,
  node: nodes,
};

export const kinds: readonly Kind[] = ['container', 'image', 'network', 'volume', 'node'];
