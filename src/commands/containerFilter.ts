import { t } from '@vscode/l10n';
import { askFilter } from './askFilter.ts';
import { hostCommand } from './command.ts';

/** Shows of the containers those alone that have some words. */
export const containerFilter = hostCommand({
  id: 'container.filter',
  title: 'Filter Containers…',
  description:
    'Shows those containers alone whose name, image, project, labels, ports, networks or mounts have some words; with a `-` before it, one that they must not have. Kept for the workspace, and said beside the view’s title.',
  icon: 'filter',
  places: [{ view: 'gantry.containers', button: true, when: 'gantry.loaded.container', arranges: true }],
  run: (context) => askFilter('gantry.containers', t('Filter Containers'), context),
});
