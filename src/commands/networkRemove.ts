import { t } from '@vscode/l10n';
import { disconnectNetwork } from '../engine/networks/disconnectNetwork.ts';
import { networkEndpoints } from '../engine/networks/inspectNetwork.ts';
import { removeNetwork } from '../engine/networks/removeNetwork.ts';
import { listed } from '../words/listed.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** Removes networks, after asking; those that containers are in once these have been taken out. */
export const networkRemove = objectCommand({
  id: 'network.remove',
  title: 'Remove…',
  description:
    'Removes networks, after saying who is in them. A network that containers are in goes only when it is chosen to disconnect these.',
  icon: 'trash',
  kind: 'network',
  states: ['custom'],
  place: 'destroy',
  key: { key: 'delete', mac: 'cmd+backspace' },
  async run(networks, context) {
    const { engine, ui } = context;
    const inside = new Map(
      await ui.progress(t('Looking who is in {0}', nameAll(networks)), (signal) =>
        Promise.all(
          networks.map(async ({ id }) => [id, await networkEndpoints(engine, id, { signal })] as const),
        ),
      ),
    );
    const used = networks.filter(({ id }) => (inside.get(id) ?? []).length > 0);
    const [remove, disconnect] = [t('Remove'), t('Disconnect and Remove')];
    const chosen = await ui.confirm({
      message: t('Remove {0}?', nameAll(networks)),
      detail: [
        ...(networks.length > 1 ? [`${listed(networks.map(nameOf), 20)}.`] : []),
        ...used.map((network) =>
          t(
            '{0} is used by {1}, which lose their connection to each other by it.',
            network.name,
            listed(
              (inside.get(network.id) ?? []).map(({ name }) => name),
              10,
            ),
          ),
        ),
      ].join('\n'),
      actions: [used.length > 0 ? disconnect : remove],
    });
    if (chosen === undefined) return;
    await forEachObject(networks, context, t('Removing {0}', nameAll(networks)), async ({ id }, signal) => {
      for (const { containerId } of chosen === disconnect ? (inside.get(id) ?? []) : [])
        await disconnectNetwork(engine, id, { container: containerId, signal });
      await removeNetwork(engine, id, { signal });
    });
  },
});
