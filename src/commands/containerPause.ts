import { t } from '@vscode/l10n';
import { pauseContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Freezes the processes of running containers; they keep their memory. */
export const containerPause = objectCommand({
  id: 'container.pause',
  title: 'Pause',
  description: 'Freezes the processes of running containers; they keep their memory.',
  icon: 'debug-pause',
  kind: 'container',
  states: ['running'],
  place: 'lifecycle',
  run: (containers, context) =>
    forEachObject(containers, context, t('Pausing {0}', nameAll(containers)), ({ id }, signal) =>
      pauseContainer(context.engine, id, { signal }),
    ),
});
