import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';
import { pullWithProgress } from './pullWithProgress.ts';

/** Has the engine ask the registry for what the tags of images lead to now. */
export const imagePullAgain = objectCommand({
  id: 'image.pullAgain',
  title: 'Pull Newest',
  description:
    'Has the engine ask the registry for what an image’s tag leads to now, and pull it where that is another image. Containers keep the one that they were created of.',
  icon: 'cloud-download',
  kind: 'image',
  states: ['tagged'],
  place: 'edit',
  run: (images, context) =>
    forEachObject(
      images,
      context,
      t('Pulling {0}', nameAll(images)),
      async ({ reference }, signal, report) =>
        context.ui.information(await pullWithProgress(context.engine, reference, { signal, report })),
      3,
    ),
});
