import { t } from '@vscode/l10n';
import { chooseValue } from './chooseSetting.ts';
import { hostCommand } from './command.ts';

/** Chooses what networks are listed under. */
export const networkGroupBy = hostCommand({
  id: 'network.groupBy',
  title: 'Group Networks By…',
  description:
    'Chooses whether networks are listed under the project or stack that they belong to. This is the setting `gantry.networks.groupBy`.',
  icon: 'list-tree',
  places: [{ view: 'gantry.networks', button: false, when: 'gantry.loaded.network', arranges: true }],
  run: (context) => chooseValue('gantry.networks.groupBy', t('Group Networks'), context),
});
