import { t } from '@vscode/l10n';
import { inspectNetwork } from '../engine/networks/inspectNetwork.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Shows all that the engine knows of networks. */
export const networkInspect = objectCommand({
  id: 'network.inspect',
  title: 'Inspect',
  description:
    'Opens what the engine says of a network, with who is in it, as a read-only JSON document that follows the network.',
  icon: 'json',
  kind: 'network',
  place: 'open',
  run: (networks, { engine, ui, signal }) =>
    forEachObject(networks, { ui, signal }, t('Inspecting {0}', nameAll(networks)), ({ id, name }, opening) =>
      ui.document(
        {
          title: name,
          key: `network:${id}`,
          about: { kind: 'network', id },
          read: (reading) => inspectNetwork(engine, id, { signal: reading }),
        },
        opening,
      ),
    ),
});
