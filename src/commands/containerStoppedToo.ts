import { hostCommand } from './command.ts';

/** Shows containers that do not run as well. */
export const containerStoppedToo = hostCommand({
  id: 'container.stoppedToo',
  title: 'Show Stopped Containers Too',
  description: 'Shows containers that do not run as well.',
  icon: 'debug-stop',
  places: [{ view: 'gantry.containers', button: false, when: 'gantry.filtered.running', arranges: true }],
  run: ({ preferences }) =>
    preferences.setFilter('gantry.containers', {
      ...preferences.filter('gantry.containers'),
      runningOnly: false,
    }),
});
