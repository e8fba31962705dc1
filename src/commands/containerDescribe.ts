import { t } from '@vscode/l10n';
import { chooseValues } from './chooseSetting.ts';
import { hostCommand } from './command.ts';

/** Chooses what containers’ rows say behind their labels. */
export const containerDescribe = hostCommand({
  id: 'container.describe',
  title: 'Describe Containers By…',
  description:
    'Chooses what containers’ rows say behind their labels, such as state, ports and image. This is the setting `gantry.containers.description`, where their order can be changed as well.',
  icon: 'note',
  places: [{ view: 'gantry.containers', button: false, when: 'gantry.loaded.container', arranges: true }],
  run: (context) => chooseValues('gantry.containers.description', t('Describe Containers'), context),
});
