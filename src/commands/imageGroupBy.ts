import { t } from '@vscode/l10n';
import { chooseValue } from './chooseSetting.ts';
import { hostCommand } from './command.ts';

/** Chooses what images are listed under. */
export const imageGroupBy = hostCommand({
  id: 'image.groupBy',
  title: 'Group Images By…',
  description:
    'Chooses whether images are listed under their repositories. This is the setting `gantry.images.groupBy`.',
  icon: 'list-tree',
  places: [{ view: 'gantry.images', button: false, when: 'gantry.loaded.image', arranges: true }],
  run: (context) => chooseValue('gantry.images.groupBy', t('Group Images'), context),
});
