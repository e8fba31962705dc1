import { hostCommand } from './command.ts';

/** Shows containers of other workspaces as well. */
export const containerEveryWorkspace = hostCommand({
  id: 'container.everyWorkspace',
  title: 'Show Containers of Every Workspace',
  description: 'Shows containers that have nothing to do with this workspace as well.',
  icon: 'folder-library',
  places: [{ view: 'gantry.containers', button: false, when: 'gantry.filtered.workspace', arranges: true }],
  run: ({ preferences }) =>
    preferences.setFilter('gantry.containers', {
      ...preferences.filter('gantry.containers'),
      workspaceOnly: false,
    }),
});
