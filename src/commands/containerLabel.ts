import { t } from '@vscode/l10n';
import { chooseValue } from './chooseSetting.ts';
import { hostCommand } from './command.ts';

/** Chooses what containers’ rows are called. */
export const containerLabel = hostCommand({
  id: 'container.label',
  title: 'Label Containers By…',
  description:
    'Chooses what containers’ rows are called: the name, the Compose service, the image or the id. This is the setting `gantry.containers.label`.',
  icon: 'tag',
  places: [{ view: 'gantry.containers', button: false, when: 'gantry.loaded.container', arranges: true }],
  run: (context) => chooseValue('gantry.containers.label', t('Label Containers'), context),
});
