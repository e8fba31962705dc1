import { t } from '@vscode/l10n';
import { disconnectNetwork } from '../engine/networks/disconnectNetwork.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Takes containers out of networks. */
export const connectionDisconnect = objectCommand({
  id: 'connection.disconnect',
  title: 'Disconnect',
  description:
    'Takes a container out of a network. It keeps running; others in the network do not reach it by that network any more.',
  icon: 'debug-disconnect',
  kind: 'connection',
  place: 'edit',
  inline: true,
  run: (connections, context) =>
    forEachObject(
      connections,
      context,
      t('Disconnecting {0}', nameAll(connections)),
      ({ network, containerId }, signal) =>
        disconnectNetwork(context.engine, network.id, { container: containerId, signal }),
    ),
});
