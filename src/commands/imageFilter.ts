import { t } from '@vscode/l10n';
import { askFilter } from './askFilter.ts';
import { hostCommand } from './command.ts';

/** Shows of the images those alone that have some words. */
export const imageFilter = hostCommand({
  id: 'image.filter',
  title: 'Filter Images…',
  description:
    'Shows those images alone whose tags, digests or labels have some words; with a `-` before it, one that they must not have. Kept for the workspace, and said beside the view’s title.',
  icon: 'filter',
  places: [{ view: 'gantry.images', button: true, when: 'gantry.loaded.image', arranges: true }],
  run: (context) => askFilter('gantry.images', t('Filter Images'), context),
});
