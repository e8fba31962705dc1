import { t } from '@vscode/l10n';
import type { Engine } from '../engine/engine.ts';
import type { Inventory } from '../engine/inventory.ts';
import type { Image } from '../engine/kinds/image.ts';
import { describeFilter, matches } from './filter.ts';
import { createImageRows, type ImageRows } from './imageRows.ts';
import { nothingMatchesRow } from './nothingMatchesRow.ts';
import type { EngineView, Row, ViewOptions } from './view.ts';

/**
 * Images under their repositories, or in one list. A repository has its row even with a single tag, so that a second one
 * that arrives adds a row and moves none. Images without a name come last.
 */
export const imagesView: EngineView = createImagesView();

/** It remembers the rows of each inventory: at a change only those are made anew that differ. */
function createImagesView(): EngineView {
  const memories = new WeakMap<Inventory, ImageRows>();

  function rowsOf(engine: Engine): ImageRows {
    const made = memories.get(engine.inventory) ?? createImageRows(engine);
    memories.set(engine.inventory, made);
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
      return rowsOf(engine)(shown, options);
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
