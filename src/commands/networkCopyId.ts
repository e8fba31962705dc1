import { objectCommand } from './command.ts';

/** Copies the ids of networks, one a line. */
export const networkCopyId = objectCommand({
  id: 'network.copyId',
  title: 'Copy Id',
  description: 'Copies the ids of networks, one a line.',
  kind: 'network',
  place: 'copy',
  run: (networks, { ui }) => ui.copy(networks.map(({ id }) => id).join('\n')),
});
