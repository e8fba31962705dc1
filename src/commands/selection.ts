import type { Mount } from '../engine/containers/mount.ts';
import type { ImageLayer } from '../engine/images/imageHistory.ts';
import type { Container, ContainerState, Port } from '../engine/kinds/container.ts';
import type { ImageReference } from '../engine/kinds/image.ts';
import type { Kind } from '../engine/kinds/kind.ts';
import type { Network } from '../engine/kinds/network.ts';
import type { Node } from '../engine/kinds/node.ts';
import type { Volume } from '../engine/kinds/volume.ts';
import type { BuildCacheRecord } from '../engine/usage/buildCache.ts';
import type { Host } from '../hosts/host.ts';

/** Containers that belong together: those of a Compose project, of a stack, or of whatever the view groups by. */
export interface ContainerGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly name: string;
  readonly by: 'project' | 'stack' | 'other';
  readonly containers: readonly Container[];
}

/** The images of one repository, each by one of its references. */
interface Repository {
  readonly kind: 'repository';
  readonly id: string;
  readonly name: string;
  readonly images: readonly ImageReference[];
}

/** A step that an image was made by. */
interface Layer {
  readonly kind: 'layer';
  readonly id: string;
  readonly image: ImageReference;
  readonly layer: ImageLayer;
}

/** One port of a container. */
interface ContainerPort {
  readonly kind: 'port';
  readonly id: string;
  readonly container: Container;
  readonly port: Port;
}

/** Something that a container has mounted. */
interface ContainerMount {
  readonly kind: 'mount';
  readonly id: string;
  readonly container: Container;
  readonly mount: Mount;
}

/** A container's place in a network. */
export interface Connection {
  readonly kind: 'connection';
  readonly id: string;
  readonly containerId: string;
  /** Undefined for a container of another node. */
  readonly container?: Container;
  readonly network: Network;
}

/** It has the same id wherever it is shown: below the container or below the network. */
export function connectionOf(network: Network, container: Container): Connection {
  return {
    kind: 'connection',
    id: `${network.id}:${container.id}`,
    containerId: container.id,
    container,
    network,
  };
}

/** One record of the build cache. */
interface BuildCache {
  readonly kind: 'buildCache';
  readonly id: string;
  readonly entry: BuildCacheRecord;
}

/** A host, as a row shows it. */
export interface HostSelection {
  readonly kind: 'host';
  readonly id: string;
  readonly host: Host;
  readonly states: readonly HostState[];
}

export type HostState =
  /** How it is connected; `closed` where it is not. */
  | 'connected'
  | 'connecting'
  | 'unreachable'
  | 'closed'
  /** It is the one that this window uses, or not. */
  | 'active'
  | 'other'
  /** It is open, but not the active one. */
  | 'beside'
  /** Where it is known from. */
  | Host['source']
  /** It is a context with files in the docker CLI's store, which can be changed. */
  | 'stored'
  /** The docker CLI uses it unless told otherwise; `secondary` is a context that is not that. */
  | 'default'
  | 'secondary'
  /** The person has marked it as being in production, or not. */
  | 'production'
  | 'unmarked';

/** What rows stand for and commands act on, by kind: the inventory's objects, an image by one of its references, and parts of them. */
interface Selections {
  container: Container;
  image: ImageReference;
  network: Network;
  volume: Volume;
  node: Node;
  host: HostSelection;
  group: ContainerGroup;
  repository: Repository;
  layer: Layer;
  port: ContainerPort;
  mount: ContainerMount;
  connection: Connection;
  buildCache: BuildCache;
}
export type SelectionKind = keyof Selections;
export type SelectionOf<K extends SelectionKind> = Selections[K];
export type Selection = Selections[SelectionKind];

/** The inventory's kind that a selection is, or is made of; none where the inventory does not say what there is of it. */
export const kindBelow: { readonly [K in SelectionKind]: Kind | undefined } = {
  container: 'container',
  image: 'image',
  network: 'network',
  volume: 'volume',
  node: 'node',
  host: undefined,
  group: 'container',
  repository: 'image',
  layer: undefined,
  port: 'container',
  mount: 'container',
  connection: 'container',
  buildCache: undefined,
};

interface States {
  /** `published` beside the state: it has a TCP port on the host. */
  container: ContainerState | 'published';
  /** `digest` beside the other: a registry knows it, since it was pulled or pushed. */
  image: 'tagged' | 'dangling' | 'digest';
  network: 'builtin' | 'custom' | 'swarm';
  volume: 'named' | 'anonymous';
  node: Node['role'];
  host: HostState;
  /** `running` where one of them runs, `stopped` where one of them does not. */
  group: ContainerGroup['by'] | 'running' | 'stopped';
  repository: never;
  layer: never;
  mount: Mount['type'];
  /** `web` beside the others: published, and of a protocol that a browser speaks. */
  port: 'published' | 'exposed' | 'web' | Port['protocol'];
  connection: never;
  /** `free` where no build uses it. */
  buildCache: 'free' | 'used';
}
export type StateOf<K extends SelectionKind> = States[K];

/** The states that an object is in, several at a time: what commands' `states` and rows' context values are made of. */
export function statesOf<K extends SelectionKind>(selection: SelectionOf<K>): readonly string[] {
  const kind: K = selection.kind as K;
  return states[kind](selection);
}

const states: { readonly [K in SelectionKind]: (selection: SelectionOf<K>) => readonly StateOf<K>[] } = {
  container({ state, ports }) {
    const published = ports.some((port) => port.publicPort !== undefined && port.protocol === 'tcp');
    return published ? [state, 'published'] : [state];
  },
  image({ tags, digests }) {
    const state = tags.length > 0 ? 'tagged' : 'dangling';
    return digests.length > 0 ? [state, 'digest'] : [state];
  },
  network: ({ builtin, scope }) => [
    builtin ? 'builtin' : 'custom',
    ...(scope === 'swarm' ? (['swarm'] as const) : []),
  ],
  volume: ({ anonymous }) => [anonymous ? 'anonymous' : 'named'],
  node: ({ role }) => [role],
  host: (host) => host.states,
  group({ by, containers }) {
    const running = containers.filter(({ state }) => state === 'running').length;
    return [
      by,
      ...(running > 0 ? (['running'] as const) : []),
      ...(running < containers.length ? (['stopped'] as const) : []),
    ];
  },
  repository: () => [],
  layer: () => [],
  mount: ({ mount }) => [mount.type],
  port({ port: { publicPort, protocol } }) {
    const web = publicPort !== undefined && protocol === 'tcp';
    return [publicPort === undefined ? 'exposed' : 'published', protocol, ...(web ? (['web'] as const) : [])];
  },
  connection: () => [],
  buildCache: ({ entry }) => [entry.inUse ? 'used' : 'free'],
};
