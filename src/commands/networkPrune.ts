import { t } from '@vscode/l10n';
import { networksToPrune } from '../engine/networks/pruneNetworks.ts';
import { removeNetwork } from '../engine/networks/removeNetwork.ts';
import { listed } from '../words/listed.ts';
import { hostCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameOf } from './nameOf.ts';

/** Removes networks that nothing uses, after asking. */
export const networkPrune = hostCommand({
  id: 'network.prune',
  title: 'Prune Networks…',
  description:
    'Removes networks that no running container and no service is in, after saying which these are.',
  icon: 'clear-all',
  places: [{ view: 'gantry.networks', button: false, when: "gantry.state == 'connected'" }],
  async run(context) {
    const { engine, ui } = context;
    const networks = await ui.progress(t('Looking for unused networks'), (signal) =>
      networksToPrune(engine, { signal }),
    );
    if (networks.length === 0) return ui.information(t('There is no network that nothing uses.'));
    const chosen = await ui.confirm({
      message:
        networks.length === 1
          ? t('Remove 1 unused network?')
          : t('Remove {0} unused networks?', networks.length),
      detail: `${listed(networks.map(nameOf), 30)}.\n${t('A stopped container that was in one of them can’t be started again without it.')}`,
      actions: [t('Remove')],
    });
    if (chosen === undefined) return;
    await forEachObject(networks, context, t('Removing networks'), ({ id }, signal) =>
      removeNetwork(engine, id, { signal }),
    );
  },
});
