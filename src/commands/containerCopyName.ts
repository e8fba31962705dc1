import { objectCommand } from './command.ts';

/** Copies the names of containers, one a line. */
export const containerCopyName = objectCommand({
  id: 'container.copyName',
  title: 'Copy Name',
  description: 'Copies the names of containers, one a line.',
  icon: 'copy',
  kind: 'container',
  place: 'copy',
  key: { key: 'ctrl+c', mac: 'cmd+c' },
  run: (containers, { ui }) => ui.copy(containers.map(({ name }) => name).join('\n')),
});
