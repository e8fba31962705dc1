import { objectCommand } from './command.ts';

/** Copies the full ids of containers, one a line. */
export const containerCopyId = objectCommand({
  id: 'container.copyId',
  title: 'Copy Id',
  description: 'Copies the full ids of containers, one a line.',
  icon: 'copy',
  kind: 'container',
  place: 'copy',
  run: (containers, { ui }) => ui.copy(containers.map(({ id }) => id).join('\n')),
});
