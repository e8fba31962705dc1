import type { EngineFacts } from '../../src/engine/facts.ts';
import type { Inventory, InventoryState, SwarmState } from '../../src/engine/inventory.ts';
import type { Container } from '../../src/engine/kinds/container.ts';
import type { Image } from '../../src/engine/kinds/image.ts';
import type { Kind, ObjectOf } from '../../src/engine/kinds/kind.ts';
import type { Network } from '../../src/engine/kinds/network.ts';
import type { Node } from '../../src/engine/kinds/node.ts';
import type { Volume } from '../../src/engine/kinds/volume.ts';

/** An inventory that holds these objects and never changes. */
export function plainInventory(
  objects: {
    readonly containers?: readonly Container[];
    readonly images?: readonly Image[];
    readonly networks?: readonly Network[];
    readonly volumes?: readonly Volume[];
    readonly nodes?: readonly Node[];
    readonly state?: InventoryState;
    readonly swarm?: SwarmState;
    /** Docker's, with all that an engine may have, unless given. */
    readonly facts?: EngineFacts;
    /** All kinds unless given. */
    readonly loaded?: readonly Kind[];
    readonly retry?: () => void;
  } = {},
): Inventory {
  const kinds: { readonly [K in Kind]: readonly ObjectOf<K>[] } = {
    container: objects.containers ?? [],
    image: objects.images ?? [],
    network: objects.networks ?? [],
    volume: objects.volumes ?? [],
    node: objects.nodes ?? [],
  };
  return {
    state: objects.state ?? { status: 'connected' },
    swarm: objects.swarm ?? { status: 'inactive', manager: false },
    facts: objects.facts ?? facts(),
    loaded: (kind) => objects.loaded?.includes(kind) ?? true,
    list: (kind) => kinds[kind],
    get: (kind, id) => kinds[kind].find((object) => object.id === id),
    onDidChange: () => ({ [Symbol.dispose]() {} }),
    onDidChangeState: () => ({ [Symbol.dispose]() {} }),
    retry: objects.retry ?? (() => {}),
  };
}

/** A Docker engine that lacks nothing, but for what is given. */
export function facts(given: Partial<EngineFacts> = {}): EngineFacts {
  return {
    product: 'docker',
    version: '28.5.2',
    apiVersion: '1.51',
    os: 'Debian GNU/Linux 12 (bookworm)',
    osType: 'linux',
    architecture: 'x86_64',
    name: 'one',
    cpus: 2,
    memory: 8_000_000_000,
    capabilities: { swarm: true, buildCache: true, buildKit: true, containerUpdate: true, plugins: true },
    ...given,
  };
}

/** A running container called `web`, but for what is given. */
export function container(given: Partial<Container> = {}): Container {
  return {
    kind: 'container',
    id: `id-of-${given.name ?? 'web'}`,
    name: 'web',
    image: 'nginx:1.27',
    imageId: 'sha256:nginx',
    command: 'nginx',
    createdAt: Date.UTC(2026, 0, 2),
    state: 'running',
    status: 'Up',
    ports: [],
    networks: ['bridge'],
    endpoints: [],
    mounts: [],
    composeFiles: [],
    dependsOn: [],
    labels: {},
    ...given,
  };
}

/** An image with the tag `nginx:1.27`, but for what is given. */
export function image(given: Partial<Image> = {}): Image {
  return {
    kind: 'image',
    id: `sha256:${'0'.repeat(64)}`,
    tags: ['nginx:1.27'],
    digests: [],
    size: 187_000_000,
    createdAt: Date.now() - 3 * 24 * 3_600_000,
    labels: {},
    ...given,
  };
}

/** A bridge network called `shop_default`, but for what is given. */
export function network(given: Partial<Network> = {}): Network {
  return {
    kind: 'network',
    id: `id-of-${given.name ?? 'shop_default'}`,
    name: 'shop_default',
    driver: 'bridge',
    scope: 'local',
    internal: false,
    attachable: false,
    ingress: false,
    ipv6: false,
    subnets: [{ subnet: '172.18.0.0/16', gateway: '172.18.0.1' }],
    options: {},
    labels: {},
    createdAt: Date.UTC(2026, 0, 2),
    builtin: false,
    ...given,
  };
}

/** A local volume called `data`, but for what is given. */
export function volume(given: Partial<Volume> = {}): Volume {
  return {
    kind: 'volume',
    id: given.name ?? 'data',
    name: 'data',
    driver: 'local',
    mountpoint: '/var/lib/docker/volumes/data/_data',
    scope: 'local',
    options: {},
    labels: {},
    createdAt: Date.UTC(2026, 0, 2),
    anonymous: false,
    ...given,
  };
}

/** A manager that is the leader, but for what is given. */
export function node(given: Partial<Node> = {}): Node {
  return {
    kind: 'node',
    id: `id-of-${given.hostname ?? 'one'}`,
    hostname: 'one',
    role: 'manager',
    leader: true,
    reachability: 'reachable',
    availability: 'active',
    state: 'ready',
    address: '10.0.0.1',
    engineVersion: '28.5.2',
    os: 'linux',
    architecture: 'x86_64',
    cpus: 2,
    memory: 8_000_000_000,
    labels: {},
    ...given,
  };
}
