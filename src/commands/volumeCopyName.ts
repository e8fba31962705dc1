import { objectCommand } from './command.ts';

/** Copies the names of volumes, one a line. */
export const volumeCopyName = objectCommand({
  id: 'volume.copyName',
  title: 'Copy Name',
  description: 'Copies the names of volumes, one a line.',
  icon: 'copy',
  kind: 'volume',
  place: 'copy',
  key: { key: 'ctrl+c', mac: 'cmd+c' },
  run: (volumes, { ui }) => ui.copy(volumes.map(({ name }) => name).join('\n')),
});
