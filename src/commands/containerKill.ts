import { t } from '@vscode/l10n';
import { killContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Ends the processes of containers at once, without any grace. */
export const containerKill = objectCommand({
  id: 'container.kill',
  title: 'Kill',
  description: 'Ends the processes of containers at once, without any grace.',
  icon: 'flame',
  kind: 'container',
  states: ['running', 'paused', 'restarting'],
  place: 'lifecycle',
  run: (containers, context) =>
    forEachObject(containers, context, t('Killing {0}', nameAll(containers)), ({ id }, signal) =>
      killContainer(context.engine, id, { signal }),
    ),
});
