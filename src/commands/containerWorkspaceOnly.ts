import { hostCommand } from './command.ts';

/** Hides containers that have nothing to do with this workspace. */
export const containerWorkspaceOnly = hostCommand({
  id: 'container.workspaceOnly',
  title: 'Show Containers of This Workspace Only',
  description:
    'Hides containers that neither belong to a Compose project of this workspace nor have a folder of it mounted. Kept for the workspace, and said beside the view’s title.',
  icon: 'root-folder',
  places: [
    {
      view: 'gantry.containers',
      button: false,
      when: 'gantry.loaded.container && !gantry.filtered.workspace && workspaceFolderCount > 0',
      arranges: true,
    },
  ],
  run: ({ preferences }) =>
    preferences.setFilter('gantry.containers', {
      ...preferences.filter('gantry.containers'),
      workspaceOnly: true,
    }),
});
