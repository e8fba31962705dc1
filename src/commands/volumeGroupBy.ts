import { t } from '@vscode/l10n';
import { chooseValue } from './chooseSetting.ts';
import { hostCommand } from './command.ts';

/** Chooses what volumes are listed under. */
export const volumeGroupBy = hostCommand({
  id: 'volume.groupBy',
  title: 'Group Volumes By…',
  description:
    'Chooses whether volumes are listed under the project or stack that they belong to. This is the setting `gantry.volumes.groupBy`.',
  icon: 'list-tree',
  places: [{ view: 'gantry.volumes', button: false, when: 'gantry.loaded.volume', arranges: true }],
  run: (context) => chooseValue('gantry.volumes.groupBy', t('Group Volumes'), context),
});
