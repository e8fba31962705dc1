import { t } from '@vscode/l10n';
import { imageReferences } from '../engine/kinds/image.ts';
import { sizeWords } from '../words/size.ts';
import { objectCommand } from './command.ts';
import { compareDocuments } from './compareDocuments.ts';
import { imageDocument } from './imageDocument.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** Shows how two images differ. */
export const imageCompare = objectCommand({
  id: 'image.compare',
  title: 'Compare With…',
  description:
    'Shows what the engine says of two images side by side, with the differences marked: of the two that are selected, or of one and another that you pick.',
  icon: 'diff',
  kind: 'image',
  place: 'open',
  run: (images, { engine, ui }) =>
    compareDocuments(ui, {
      title: t('Compare {0} With', nameAll(images)),
      chosen: images,
      others: engine.inventory
        .list('image')
        .filter(({ id }) => images.every((image) => image.id !== id))
        .flatMap(imageReferences)
        .map((value) => ({ label: nameOf(value), description: sizeWords(value.size), icon: 'file', value })),
      document: (image) => imageDocument(engine, image),
    }),
});
