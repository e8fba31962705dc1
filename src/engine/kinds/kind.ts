import type { Container } from './container.ts';
import type { Image } from './image.ts';
import type { Network } from './network.ts';
import type { Node } from './node.ts';
import type { Volume } from './volume.ts';

/** Every kind of object that the inventory holds. A new kind is one line here and one file beside. */
interface Kinds {
  container: Container;
  image: Image;
  network: Network;
  volume: Volume;
  node: Node;
}
export type Kind = keyof Kinds;
export type ObjectOf<K extends Kind = Kind> = Kinds[K];
