import { objectCommand } from './command.ts';

/** Shows hosts beside the one in use. */
export const hostConnect = objectCommand({
  id: 'host.connect',
  title: 'Show Beside the One in Use',
  description:
    'Connects to a host beside the one that the window uses: each is then a row of its own in every view. It is remembered for the workspace.',
  icon: 'plug',
  kind: 'host',
  states: ['closed'],
  place: 'open',
  inline: true,
  async run(chosen, { hosts }) {
    for (const { id } of chosen) hosts.connect(id);
  },
});
