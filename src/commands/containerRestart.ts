import { t } from '@vscode/l10n';
import { restartContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Stops containers and starts them again. */
export const containerRestart = objectCommand({
  id: 'container.restart',
  title: 'Restart',
  description: 'Stops containers and starts them again.',
  icon: 'debug-restart',
  kind: 'container',
  states: ['running', 'paused', 'restarting'],
  place: 'lifecycle',
  run: (containers, context) =>
    forEachObject(containers, context, t('Restarting {0}', nameAll(containers)), ({ id }, signal) =>
      restartContainer(context.engine, id, { signal }),
    ),
});
