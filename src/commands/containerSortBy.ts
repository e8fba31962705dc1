import { t } from '@vscode/l10n';
import { chooseValue } from './chooseSetting.ts';
import { hostCommand } from './command.ts';

/** Chooses how containers are sorted. */
export const containerSortBy = hostCommand({
  id: 'container.sortBy',
  title: 'Sort Containers By…',
  description:
    'Chooses how containers are sorted: by name, age, state or image. This is the setting `gantry.containers.sortBy`.',
  icon: 'sort-precedence',
  places: [{ view: 'gantry.containers', button: false, when: 'gantry.loaded.container', arranges: true }],
  run: (context) => chooseValue('gantry.containers.sortBy', t('Sort Containers'), context),
});
