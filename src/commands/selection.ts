import type { Container, ContainerState } from '../engine/kinds/container.ts';
import type { ImageReference } from '../engine/kinds/image.ts';
import type { Kind, ObjectOf } from '../engine/kinds/kind.ts';
import type { Node } from '../engine/kinds/node.ts';

/** What commands receive and rows stand for: the inventory's object, an image by one of its references. */
export type SelectionOf<K extends Kind> = K extends 'image' ? ImageReference : ObjectOf<K>;
export type Selection = { [K in Kind]: SelectionOf<K> }[Kind];

interface States {
  /** `published` beside the state: it has a TCP port on the host. */
  container: ContainerState | 'published';
  /** `digest` beside the other: a registry knows it, since it was pulled or pushed. */
  image: 'tagged' | 'dangling' | 'digest';
  node: Node['role'];
}
export type StateOf<K extends Kind> = States[K];

/** The states that an object is in, several at a time: what commands' `states` and rows' context values are made of. */
export function statesOf(selection: Selection): readonly string[] {
  switch (selection.kind) {
    case 'container':
      return containerStatesOf(selection);
    case 'image':
      return imageStatesOf(selection);
    case 'node':
      return [selection.role];
  }
}

function containerStatesOf(container: Container): readonly StateOf<'container'>[] {
  const published = container.ports.some((port) => port.publicPort !== undefined && port.protocol === 'tcp');
  return published ? [container.state, 'published'] : [container.state];
}

function imageStatesOf({ tags, digests }: ImageReference): readonly StateOf<'image'>[] {
  const state = tags.length > 0 ? 'tagged' : 'dangling';
  return digests.length > 0 ? [state, 'digest'] : [state];
}
