import { t } from '@vscode/l10n';
import { saveImages } from '../engine/images/archiveImages.ts';
import { parseReference } from '../engine/reference.ts';
import { shortId } from '../words/shortId.ts';
import { sizeWords } from '../words/size.ts';
import { objectCommand } from './command.ts';
import { nameAll } from './nameOf.ts';

/** Writes images to a file. */
export const imageSave = objectCommand({
  id: 'image.save',
  title: 'Save…',
  description:
    'Writes images with their layers and tags to one tar file, which Load reads on any engine. The file is there once it is whole.',
  icon: 'save',
  kind: 'image',
  place: 'edit',
  async run(images, { engine, ui }) {
    const [first] = images;
    if (first === undefined) return;
    const parsed = first.tags.length > 0 ? parseReference(first.reference) : undefined;
    const name =
      parsed === undefined ? shortId(first.id) : `${parsed.repository.split('/').at(-1)}-${parsed.tag}`;
    const file = await ui.saveFile({
      title: t('Save {0}', nameAll(images)),
      suggested: `${images.length === 1 ? name : 'images'}.tar`,
      filters: { [t('Archives')]: ['tar'] },
      action: t('Save'),
    });
    if (file === undefined) return;
    const bytes = await ui.progress(t('Saving {0}', nameAll(images)), (signal, report) =>
      saveImages(
        engine,
        images.map(({ reference }) => reference),
        { file, signal, onBytes: (count) => report({ message: sizeWords(count) }) },
      ),
    );
    ui.information(t('{0} was saved to {1} ({2}).', nameAll(images), file, sizeWords(bytes)));
  },
});
