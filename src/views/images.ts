import { t } from '@vscode/l10n';
import type { Engine } from '../engine/engine.ts';
import type { Inventory } from '../engine/inventory.ts';
import type { Container } from '../engine/kinds/container.ts';
import { type Image, type ImageReference, imageReferences } from '../engine/kinds/image.ts';
import { parseReference } from '../engine/reference.ts';
import { describeFilter, matches } from './filter.ts';
import { createImageRow, type ImageRow } from './imageRow.ts';
import { nothingMatchesRow } from './nothingMatchesRow.ts';
import { byName } from './order.ts';
import type { EngineView, Row, ViewOptions } from './view.ts';

/**
 * Images under their repositories, or in one list. A repository has its row even with a single tag, so that a second one
 * that arrives adds a row and moves none. Images without a name come last.
 */
export const imagesView: EngineView = createImagesView();

/** It remembers the rows of each inventory: at a change only those are made anew that differ. */
function createImagesView(): EngineView {
  const memories = new WeakMap<Inventory, ReturnType<typeof createImageRow>>();

  function rowMaker(engine: Engine): ReturnType<typeof createImageRow> {
    const { inventory } = engine;
    const made = memories.get(inventory) ?? createImageRow(engine);
    memories.set(inventory, made);
    return made;
  }

  return {
    on: 'engine',
    id: 'gantry.images',
    title: 'Images',
    watches: ['image', 'container'],
    rows(engine, options) {
      const { inventory } = engine;
      const shown = shownOf(inventory, options);
      if (shown.length === 0 && inventory.list('image').length > 0) return [nothingShownRow(options)];
      const users = usersOf(inventory);
      const rowOf = rowMaker(engine);
      const make = (reference: ImageReference, place: 'flat' | 'repository') =>
        rowOf(reference, users.get(reference.id) ?? noUsers, options.now, place);
      const references = shown.flatMap(referencesOf);
      return options.settings['gantry.images.groupBy'] === 'none'
        ? references.map((reference) => make(reference, 'flat')).sort(byLabel)
        : underRepositories(references, (reference) => make(reference, 'repository'));
    },
    summary({ inventory }, options) {
      const all = inventory.list('image').length;
      if (all === 0) return undefined;
      const filter = describeFilter(options.filter);
      if (filter !== undefined) return t('{0} of {1} · {2}', shownOf(inventory, options).length, all, filter);
      return all === 1 ? t('1 image') : t('{0} images', all);
    },
  };
}

/** Says what hides all images: the filter, or that none has a tag. Choosing it shows them. */
function nothingShownRow({ filter }: ViewOptions): Row {
  if (describeFilter(filter) !== undefined) return nothingMatchesRow(filter, 'image.filterClear');
  const label = t('Only images without a tag');
  const description = t('hidden');
  return {
    key: 'nothing-tagged',
    label,
    description,
    icon: { id: 'eye-closed' },
    tooltip: t('Click to show images without a tag.'),
    accessibilityLabel: t('{0}: {1}. Press Enter to show them.', label, description),
    command: 'image.danglingShow',
  };
}

const noUsers: readonly Container[] = [];

/** The references of an image are the same objects for as long as the image is. */
const references = new WeakMap<Image, readonly ImageReference[]>();

function referencesOf(image: Image): readonly ImageReference[] {
  const known = references.get(image) ?? imageReferences(image);
  references.set(image, known);
  return known;
}

function shownOf(inventory: Inventory, { settings, filter }: ViewOptions): readonly Image[] {
  const all = inventory.list('image');
  const dangling = settings['gantry.images.showDangling'];
  if (dangling && describeFilter(filter) === undefined) return all;
  return all.filter(
    ({ tags, digests, labels, id }) =>
      (dangling || tags.length > 0) &&
      matches(filter, () => ({
        words: [...tags, ...digests, ...Object.entries(labels).map(([key, value]) => `${key}=${value}`)],
        id,
      })),
  );
}

function usersOf(inventory: Inventory): ReadonlyMap<string, readonly Container[]> {
  return Map.groupBy(inventory.list('container'), ({ imageId }) => imageId);
}

function underRepositories(
  all: readonly ImageReference[],
  rowOf: (reference: ImageReference) => ImageRow,
): readonly Row[] {
  const repositories = Map.groupBy(all, repositoryOf);
  const unnamed = repositories.get('');
  repositories.delete('');
  const named = [...repositories].map(([name, images]) => repositoryRow(name, images, rowOf));
  named.sort(byLabel);
  return unnamed === undefined ? named : [...named, unnamedRow(unnamed, rowOf)];
}

/** An image pulled by its digest has no tag, but a repository. */
function repositoryOf({ tags, digests, reference }: ImageReference): string {
  const name = tags.length > 0 ? reference : digests[0];
  return name === undefined ? '' : (parseReference(name)?.repository ?? '');
}

function repositoryRow(
  name: string,
  images: readonly ImageReference[],
  rowOf: (reference: ImageReference) => ImageRow,
): Row {
  const description = images.length === 1 ? t('1 tag') : t('{0} tags', images.length);
  return {
    key: `repository:${name}`,
    label: name,
    description,
    icon: { id: 'package' },
    accessibilityLabel: t('Repository {0}, {1}', name, description),
    object: { kind: 'repository', id: name, name, images },
    children: () => images.map(rowOf).sort(byLabel),
    expanded: true,
  };
}

function unnamedRow(images: readonly ImageReference[], rowOf: (reference: ImageReference) => ImageRow): Row {
  const label = t('Without a tag');
  const description = images.length === 1 ? t('1 image') : t('{0} images', images.length);
  return {
    key: 'repository:',
    label,
    description,
    icon: { id: 'package', color: 'disabledForeground' },
    accessibilityLabel: `${label}, ${description}`,
    children: () => images.map(rowOf).sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

function byLabel(a: Row, b: Row): number {
  return byName(a.label, b.label) || byName(a.key, b.key);
}
