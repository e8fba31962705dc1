import { t } from '@vscode/l10n';
import { unpauseContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Lets the processes of paused containers go on. */
export const containerUnpause = objectCommand({
  id: 'container.unpause',
  title: 'Unpause',
  description: 'Lets the processes of paused containers go on.',
  icon: 'debug-continue',
  kind: 'container',
  states: ['paused'],
  place: 'lifecycle',
  inline: true,
  run: (containers, context) =>
    forEachObject(containers, context, t('Unpausing {0}', nameAll(containers)), ({ id }, signal) =>
      unpauseContainer(context.engine, id, { signal }),
    ),
});
