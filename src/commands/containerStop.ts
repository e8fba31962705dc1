import { t } from '@vscode/l10n';
import { stopContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Stops containers after the grace that each was created with (10 seconds unless told otherwise); what still runs then is killed. */
export const containerStop = objectCommand({
  id: 'container.stop',
  title: 'Stop',
  description:
    'Stops containers after the grace that each was created with (10 seconds unless told otherwise); what still runs then is killed.',
  icon: 'debug-stop',
  kind: 'container',
  states: ['running', 'paused', 'restarting'],
  place: 'lifecycle',
  inline: true,
  run: (containers, context) =>
    forEachObject(containers, context, t('Stopping {0}', nameAll(containers)), ({ id }, signal) =>
      stopContainer(context.engine, id, { signal }),
    ),
});
