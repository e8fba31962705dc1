import { objectCommand } from './command.ts';

/** Disconnects from hosts beside the one in use. */
export const hostDisconnect = objectCommand({
  id: 'host.disconnect',
  title: 'Disconnect',
  description:
    'Closes the connection to a host that is shown beside the one in use. What runs on it in a terminal of this window goes on.',
  icon: 'debug-disconnect',
  kind: 'host',
  states: ['beside'],
  place: 'open',
  inline: true,
  async run(chosen, { hosts }) {
    for (const { id } of chosen) hosts.disconnect(id);
  },
});
