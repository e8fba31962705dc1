import { t } from '@vscode/l10n';
import {
  fittingImages,
  type ImagePrune,
  type ImagesToPrune,
  imagesToPrune,
  pruneImages,
  type UnusedImage,
} from '../engine/images/pruneImages.ts';
import { listed } from '../words/listed.ts';
import { sizeWords } from '../words/size.ts';
import { hostCommand } from './command.ts';
import { imagePruneForm } from './imagePruneForm.ts';
import { freedWords, namesOfImage } from './imageWords.ts';
import type { Ui } from './ui.ts';

/** Removes images that no container uses, after asking. */
export const imagePrune = hostCommand({
  id: 'image.prune',
  title: 'Prune Images…',
  description:
    'Removes images that no container uses: those without a tag, all of them, or those that fit an age and labels. Says before which these are and how much space that frees.',
  icon: 'clear-all',
  places: [{ view: 'gantry.images', button: false, when: "gantry.state == 'connected'" }],
  async run({ engine, ui }) {
    const { images: unused } = await ui.progress(t('Looking for unused images'), (signal) =>
      imagesToPrune(engine, { all: true, signal }),
    );
    if (unused.length === 0) return ui.information(t('Every image is used by a container.'));
    const prune = await ask(unused, ui);
    if (prune === undefined) return;
    const going = fittingImages(unused, prune);
    const { images } = going;
    if (images.length === 0) return ui.information(t('There is no such image.'));
    const freed = freedWords(going);
    const chosen = await ui.confirm({
      message:
        images.length === 1
          ? t('Remove 1 unused image? This frees {0}.', freed)
          : t('Remove {0} unused images? This frees {1}.', images.length, freed),
      detail: `${listed(images.map(namesOfImage), 30)}.\n${t('Layers that other images share are kept.')}`,
      actions: [t('Remove')],
    });
    if (chosen === undefined) return;
    const { bytes } = await ui.progress(t('Removing unused images'), (signal) =>
      pruneImages(engine, { ...prune, signal }),
    );
    ui.information(t('Removed unused images, which freed {0}.', sizeWords(bytes)));
  },
});

async function ask(unused: readonly UnusedImage[], ui: Ui): Promise<ImagePrune | undefined> {
  const dangling = { all: false };
  const all = { all: true };
  const picked = await ui.pick<ImagePrune | 'filter'>({
    title: t('Prune Images'),
    placeholder: t('Which images are to go?'),
    choices: [
      {
        label: t('Images without a tag'),
        description: amount(fittingImages(unused, dangling)),
        value: dangling,
      },
      {
        label: t('All images that no container uses'),
        description: amount(fittingImages(unused, all)),
        value: all,
      },
      { label: t('By age and label…'), description: t('shows which fit'), value: 'filter' },
    ],
  });
  return picked === 'filter' ? await ui.form(imagePruneForm(unused, Date.now())) : picked;
}

function amount(going: ImagesToPrune): string {
  const { length } = going.images;
  if (length === 0) return t('none');
  return length === 1
    ? t('1 image, {0}', freedWords(going))
    : t('{0} images, {1}', length, freedWords(going));
}
