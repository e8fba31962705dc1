import { t } from '@vscode/l10n';
import { containersToPrune } from '../engine/containers/pruneContainers.ts';
import { removeContainer } from '../engine/containers/removeContainer.ts';
import type { Engine } from '../engine/engine.ts';
import { imagesToPrune } from '../engine/images/pruneImages.ts';
import { removeImage } from '../engine/images/removeImage.ts';
import { networksToPrune } from '../engine/networks/pruneNetworks.ts';
import { removeNetwork } from '../engine/networks/removeNetwork.ts';
import { fitsPrune, type PruneFilter } from '../engine/pruneFilter.ts';
import { listBuildCache, pruneBuildCache } from '../engine/usage/buildCache.ts';
import { volumesToPrune } from '../engine/volumes/pruneVolumes.ts';
import { removeVolume } from '../engine/volumes/removeVolume.ts';
import { shortId } from '../words/shortId.ts';

/** One thing that nothing uses. */
export interface Unused {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly labels: Readonly<Record<string, string>>;
  remove(signal: AbortSignal): Promise<unknown>;
}

export const unusedKinds = ['containers', 'images', 'networks', 'volumes', 'buildCache'] as const;
export type UnusedKind = (typeof unusedKinds)[number];
export type AllUnused = { readonly [K in UnusedKind]: readonly Unused[] };

/** All on an engine that nothing uses, each with how it goes. It measures, which may take a while. */
export async function findUnused(engine: Engine, signal: AbortSignal): Promise<AllUnused> {
  const [containers, images, networks, volumes, cache] = await Promise.all([
    containersToPrune(engine, { signal }),
    imagesToPrune(engine, { all: true, signal }),
    networksToPrune(engine, { signal }),
    volumesToPrune(engine, { all: true, signal }),
    hasBuildCache(engine) ? listBuildCache(engine, { signal }) : [],
  ]);
  return {
    containers: containers.containers.map((container) => ({
      ...container,
      remove: (call: AbortSignal) => removeContainer(engine, container.id, { signal: call }),
    })),
    images: images.images.map(({ id, tags, size, createdAt, labels }) => ({
      name: tags.length === 0 ? shortId(id) : tags.join(', '),
      bytes: size,
      createdAt,
      labels,
      async remove(call: AbortSignal) {
        for (const reference of tags.length === 0 ? [id] : tags)
          await removeImage(engine, reference, { signal: call });
      },
    })),
    networks: networks.map(({ id, name, createdAt, labels }) => ({
      name,
      bytes: 0,
      createdAt,
      labels,
      remove: (call: AbortSignal) => removeNetwork(engine, id, { signal: call }),
    })),
    volumes: volumes.map(({ name, bytes = 0, createdAt, labels }) => ({
      name: /^[0-9a-f]{64}$/.test(name) ? shortId(name) : name,
      bytes,
      createdAt,
      labels,
      remove: (call: AbortSignal) => removeVolume(engine, name, { signal: call }),
    })),
    buildCache: cache
      .filter(({ inUse, shared }) => !inUse && !shared)
      // A record stays while one that was made from it is there: the youngest go first.
      .sort((a, b) => b.createdAt - a.createdAt)
      .map(({ id, description, bytes, lastUsedAt, createdAt }) => ({
        name: description || id,
        bytes,
        createdAt: lastUsedAt ?? createdAt,
        labels: {},
        async remove(call: AbortSignal) {
          const { removed } = await pruneBuildCache(engine, { id, signal: call });
          if (removed.length === 0)
            throw new Error(t('A build uses it, or another record was made from it.'));
        },
      })),
  };
}

/** Those that fit, of the chosen kinds. The build cache has no labels: a filter by them leaves it alone. */
export function chooseUnused(
  unused: AllUnused,
  kinds: ReadonlySet<UnusedKind>,
  filter: PruneFilter,
): AllUnused {
  const fitting = (kind: UnusedKind) =>
    kinds.has(kind) ? unused[kind].filter((one) => fitsPrune(one, filter)) : [];
  return {
    containers: fitting('containers'),
    images: fitting('images'),
    networks: fitting('networks'),
    volumes: fitting('volumes'),
    buildCache: fitting('buildCache'),
  };
}

export function bytesOf(unused: readonly Unused[]): number {
  return unused.reduce((sum, { bytes }) => sum + bytes, 0);
}

export function countWords(kind: UnusedKind, count: number): string {
  switch (kind) {
    case 'containers':
      return count === 1 ? t('1 container') : t('{0} containers', count);
    case 'images':
      return count === 1 ? t('1 image') : t('{0} images', count);
    case 'networks':
      return count === 1 ? t('1 network') : t('{0} networks', count);
    case 'volumes':
      return count === 1 ? t('1 volume') : t('{0} volumes', count);
    case 'buildCache':
      return count === 1 ? t('1 record of the build cache') : t('{0} records of the build cache', count);
  }
}

function hasBuildCache({ inventory }: Engine): boolean {
  return inventory.facts?.capabilities.buildCache ?? true;
}
