import { hostCommand } from './command.ts';

/** Hides containers that do not run. */
export const containerRunningOnly = hostCommand({
  id: 'container.runningOnly',
  title: 'Show Running Containers Only',
  description:
    'Hides containers that do not run: created, exited and dead ones. Kept for the workspace, and said beside the view’s title.',
  icon: 'debug-start',
  places: [
    {
      view: 'gantry.containers',
      button: false,
      when: 'gantry.loaded.container && !gantry.filtered.running',
      arranges: true,
    },
  ],
  run: ({ preferences }) =>
    preferences.setFilter('gantry.containers', {
      ...preferences.filter('gantry.containers'),
      runningOnly: true,
    }),
});
