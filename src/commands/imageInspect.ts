import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { imageDocument } from './imageDocument.ts';
import { nameAll } from './nameOf.ts';

/** Shows all that the engine knows of images. */
export const imageInspect = objectCommand({
  id: 'image.inspect',
  title: 'Inspect',
  description:
    'Opens what the engine says of an image, as a read-only JSON document. It follows the image: what changes is read again.',
  icon: 'json',
  kind: 'image',
  place: 'open',
  run: (images, context) =>
    forEachObject(images, context, t('Inspecting {0}', nameAll(images)), (image, signal) =>
      context.ui.document(imageDocument(context.engine, image), signal),
    ),
});
