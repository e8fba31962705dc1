import { objectCommand } from './command.ts';

/** Copies the names of networks, one a line. */
export const networkCopyName = objectCommand({
  id: 'network.copyName',
  title: 'Copy Name',
  description: 'Copies the names of networks, one a line.',
  icon: 'copy',
  kind: 'network',
  place: 'copy',
  key: { key: 'ctrl+c', mac: 'cmd+c' },
  run: (networks, { ui }) => ui.copy(networks.map(({ name }) => name).join('\n')),
});
