import { t } from '@vscode/l10n';
import { imageHistory } from '../engine/images/imageHistory.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** Shows what images were made by, as a document. */
export const imageHistoryShow = objectCommand({
  id: 'image.history',
  title: 'Show History',
  description:
    'Opens the steps that an image was made by, with their sizes, as a read-only JSON document. They are also below the image’s row.',
  icon: 'history',
  kind: 'image',
  place: 'open',
  run: (images, { engine, ui, signal }) =>
    forEachObject(
      images,
      { ui, signal },
      t('Reading the history of {0}', nameAll(images)),
      (image, opening) =>
        ui.document(
          {
            title: t('{0} history', nameOf(image)),
            key: `history:${image.id}`,
            read: (reading) => imageHistory(engine, image.reference, { signal: reading }),
          },
          opening,
        ),
    ),
});
