import { t } from '@vscode/l10n';
import { imagesToPrune, pruneImages } from '../engine/images/pruneImages.ts';
import type { Image } from '../engine/kinds/image.ts';
import { listed } from '../words/listed.ts';
import { shortId } from '../words/shortId.ts';
import { sizeWords } from '../words/size.ts';
import { hostCommand } from './command.ts';

/** Removes images that no container uses, after asking. */
export const imagePrune = hostCommand({
  id: 'image.prune',
  title: 'Prune Images…',
  description:
    'Removes images that no container uses, those without a tag or all of them, after saying which these are and how much space that frees.',
  icon: 'clear-all',
  places: [{ view: 'gantry.images', button: false, when: "gantry.state == 'connected'" }],
  async run({ engine, ui }) {
    const [dangling, unused] = await ui.progress(t('Looking for unused images'), (signal) =>
      Promise.all([imagesToPrune(engine, { signal }), imagesToPrune(engine, { all: true, signal })]),
    );
    if (unused.images.length === 0) return ui.information(t('Every image is used by a container.'));
    const picked = await ui.pick({
      title: t('Prune Images'),
      placeholder: t('Which images are to go?'),
      choices: [
        {
          label: t('Images without a tag'),
          description: amount(dangling),
          value: { ...dangling, all: false },
        },
        {
          label: t('All images that no container uses'),
          description: amount(unused),
          value: { ...unused, all: true },
        },
      ],
    });
    if (picked === undefined) return;
    const { images, bytes, all } = picked;
    if (images.length === 0)
      return ui.information(t('There is no image without a tag that no container uses.'));
    const chosen = await ui.confirm({
      message:
        images.length === 1
          ? t('Remove 1 unused image? This frees up to {0}.', sizeWords(bytes))
          : t('Remove {0} unused images? This frees up to {1}.', images.length, sizeWords(bytes)),
      detail: `${listed(images.map(nameOfImage), 30)}.\n${t('Layers that other images share are kept.')}`,
      actions: [t('Remove')],
    });
    if (chosen === undefined) return;
    const pruned = await ui.progress(t('Removing unused images'), (signal) =>
      pruneImages(engine, { all, signal }),
    );
    ui.information(t('Removed unused images, which freed {0}.', sizeWords(pruned.bytes)));
  },
});

function amount({ images, bytes }: { readonly images: readonly Image[]; readonly bytes: number }): string {
  if (images.length === 0) return t('none');
  return images.length === 1
    ? t('1 image, up to {0}', sizeWords(bytes))
    : t('{0} images, up to {1}', images.length, sizeWords(bytes));
}

function nameOfImage({ tags, id }: Image): string {
  return tags.length === 0 ? shortId(id) : tags.join(', ');
}
