import { t } from '@vscode/l10n';
import { startContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Starts containers that do not run. */
export const containerStart = objectCommand({
  id: 'container.start',
  title: 'Start',
  description: 'Starts containers that do not run.',
  icon: 'play',
  kind: 'container',
  states: ['created', 'exited'],
  place: 'lifecycle',
  inline: true,
  run: (containers, context) =>
    forEachObject(containers, context, t('Starting {0}', nameAll(containers)), ({ id }, signal) =>
      startContainer(context.engine, id, { signal }),
    ),
});
