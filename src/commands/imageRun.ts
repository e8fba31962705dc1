import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll, nameOf } from './nameOf.ts';
import { runImage } from './runImage.ts';
import { sayRunning } from './sayRunning.ts';

/** Runs images in the background. */
export const imageRun = objectCommand({
  id: 'image.run',
  title: 'Run',
  description:
    'Starts a container of an image in the background. The ports that the image exposes are published: on the same number where that is free on the host, else on one of the engine’s choice. Says what came of it.',
  icon: 'run',
  kind: 'image',
  place: 'run',
  inline: true,
  run: (images, context) =>
    forEachObject(images, context, t('Starting {0}', nameAll(images)), async (image, signal) => {
      sayRunning(nameOf(image), await runImage(context, image.reference, signal), context);
    }),
});
