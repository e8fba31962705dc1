import { askFilter } from './askFilter.ts';
import { hostCommand } from './command.ts';

/** Shows of the containers those alone that a filter lets through. */
export const containerFilter = hostCommand({
  id: 'container.filter',
  title: 'Filter Containers…',
  description:
    'Shows those containers alone whose name, image, project, labels, ports, networks or mounts have some words, that run, or that belong to this workspace: to a Compose project in it, or with a folder of it mounted. Kept for the workspace, and shown beside the view’s title.',
  icon: 'filter',
  places: [{ view: 'gantry.containers', button: true, when: 'gantry.loaded.container' }],
  run: (context) => askFilter('gantry.containers', ['runningOnly', 'workspaceOnly'], context),
});
