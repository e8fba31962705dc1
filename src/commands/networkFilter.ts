import { t } from '@vscode/l10n';
import { askFilter } from './askFilter.ts';
import { hostCommand } from './command.ts';

/** Shows of the networks those alone that have some words. */
export const networkFilter = hostCommand({
  id: 'network.filter',
  title: 'Filter Networks…',
  description:
    'Shows those networks alone whose name, driver, subnet, project or labels have some words; with a `-` before it, one that they must not have. Kept for the workspace, and said beside the view’s title.',
  icon: 'filter',
  places: [{ view: 'gantry.networks', button: true, when: 'gantry.loaded.network', arranges: true }],
  run: (context) => askFilter('gantry.networks', t('Filter Networks'), context),
});
