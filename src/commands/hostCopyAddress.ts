import { objectCommand } from './command.ts';

/** Copies the addresses of hosts, one a line. */
export const hostCopyAddress = objectCommand({
  id: 'host.copyAddress',
  title: 'Copy Address',
  description: 'Copies the addresses of hosts as DOCKER_HOST takes them, one a line.',
  icon: 'copy',
  kind: 'host',
  place: 'copy',
  run: (chosen, { ui }) => ui.copy(chosen.map(({ host }) => host.address).join('\n')),
});
