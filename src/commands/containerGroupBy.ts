import { t } from '@vscode/l10n';
import { chooseValue } from './chooseSetting.ts';
import { hostCommand } from './command.ts';

/** Chooses what containers are listed under. */
export const containerGroupBy = hostCommand({
  id: 'container.groupBy',
  title: 'Group Containers By…',
  description:
    'Chooses what they are listed under: project or stack, image, network, state, or nothing. This is the setting `gantry.containers.groupBy`.',
  icon: 'list-tree',
  places: [{ view: 'gantry.containers', button: false, when: 'gantry.loaded.container', arranges: true }],
  run: (context) => chooseValue('gantry.containers.groupBy', t('Group Containers'), context),
});
