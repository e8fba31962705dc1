import { type Image, imagesToPrune, pruneImages } from '../engine/kinds/image.ts';
import { counted } from '../words/counted.ts';
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
    const [dangling, unused] = await ui.progress('Looking for unused images', (signal) =>
      Promise.all([imagesToPrune(engine, { signal }), imagesToPrune(engine, { all: true, signal })]),
    );
    if (unused.images.length === 0) return ui.information('Every image is used by a container.');
    const picked = await ui.pick({
      title: 'Prune Images',
      placeholder: 'Which images are to go?',
      choices: [
        { label: 'Images without a tag', description: amount(dangling), value: { ...dangling, all: false } },
        {
          label: 'All images that no container uses',
          description: amount(unused),
          value: { ...unused, all: true },
        },
      ],
    });
    if (picked === undefined) return;
    const { images, bytes, all } = picked;
    if (images.length === 0) return ui.information('There is no image without a tag that no container uses.');
    const chosen = await ui.confirm({
      message: `Remove ${counted(images.length, 'unused image')}? This frees up to ${sizeWords(bytes)}.`,
      detail: `${listed(images.map(nameOfImage), 30)}.\nLayers that other images share are kept.`,
      actions: ['Remove'],
    });
    if (chosen === undefined) return;
    const pruned = await ui.progress('Removing unused images', (signal) =>
      pruneImages(engine, { all, signal }),
    );
    ui.information(`Removed unused images, which freed ${sizeWords(pruned.bytes)}.`);
  },
});

function amount({ images, bytes }: { readonly images: readonly Image[]; readonly bytes: number }): string {
  return images.length === 0 ? 'none' : `${counted(images.length, 'image')}, up to ${sizeWords(bytes)}`;
}

function nameOfImage({ tags, id }: Image): string {
  return tags.length === 0 ? shortId(id) : tags.join(', ');
}
