import { t } from '@vscode/l10n';
import { askFilter } from './askFilter.ts';
import { hostCommand } from './command.ts';

/** Shows of the volumes those alone that have some words. */
export const volumeFilter = hostCommand({
  id: 'volume.filter',
  title: 'Filter Volumes…',
  description:
    'Shows those volumes alone whose name, driver, project or labels have some words; with a `-` before it, one that they must not have. Kept for the workspace, and said beside the view’s title.',
  icon: 'filter',
  places: [{ view: 'gantry.volumes', button: true, when: 'gantry.loaded.volume', arranges: true }],
  run: (context) => askFilter('gantry.volumes', t('Filter Volumes'), context),
});
