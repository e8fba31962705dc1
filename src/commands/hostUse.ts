import { objectCommand } from './command.ts';

/** Makes a host the one that the window uses. */
export const hostUse = objectCommand({
  id: 'host.use',
  title: 'Use in This Window',
  description:
    'Makes a host the one that this window uses, which is remembered for the workspace. What the docker CLI uses elsewhere stays as it is.',
  icon: 'check',
  kind: 'host',
  states: ['other'],
  place: 'open',
  inline: true,
  single: true,
  async run([host], { hosts }) {
    if (host !== undefined) hosts.use(host.id);
  },
});
