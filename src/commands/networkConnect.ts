import { t } from '@vscode/l10n';
import type { Container } from '../engine/kinds/container.ts';
import type { Network } from '../engine/kinds/network.ts';
import { type ConnectionOptions, connectNetwork } from '../engine/networks/connectNetwork.ts';
import { type CommandContext, objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import type { Fields } from './form.ts';
import { ipProblem } from './ipProblem.ts';

/** Puts containers into a network. */
export const networkConnect = objectCommand({
  id: 'network.connect',
  title: 'Connect Containers…',
  description:
    'Puts containers into a network, beside those that they are in. One alone can get an address and further names there. Containers can also be dragged onto the network.',
  icon: 'plug',
  kind: 'network',
  place: 'edit',
  single: true,
  async run([network], context) {
    if (network === undefined) return;
    const { engine, ui } = context;
    const outside = engine.inventory
      .list('container')
      .filter(({ networks }) => !networks.includes(network.name));
    if (outside.length === 0) {
      return ui.information(t('There is no container that is not in {0}.', network.name));
    }
    const containers = await ui.pickMany({
      title: t('Connect to {0}', network.name),
      placeholder: t('Containers to put into the network'),
      choices: outside.map((container) => ({
        label: container.name,
        description: container.state,
        detail: container.networks.join(', '),
        value: container,
      })),
    });
    const [first, another] = containers ?? [];
    if (first === undefined) return;
    if (another !== undefined || network.builtin) return await connectAll(network, containers ?? [], context);
    await ui.form({
      title: t('Connect {0} to {1}', first.name, network.name),
      fields: fields(network),
      submit: t('Connect'),
      run: ({ aliases, ipv4, ipv6 }, { signal }) =>
        connectNetwork(engine, network.id, {
          container: first.id,
          aliases: aliases.map(({ alias }) => alias),
          ...addresses(ipv4, ipv6),
          signal,
        }),
    });
  },
});

/** Puts containers into a network as they are. */
export async function connectAll(
  network: Network,
  containers: readonly Container[],
  context: Pick<CommandContext, 'engine' | 'ui' | 'signal'>,
): Promise<void> {
  await forEachObject(containers, context, t('Connecting to {0}', network.name), ({ id }, signal) =>
    connectNetwork(context.engine, network.id, { container: id, signal }),
  );
}

function addresses(ipv4: string, ipv6: string): ConnectionOptions {
  return { ...(ipv4 === '' ? {} : { ipv4 }), ...(ipv6 === '' ? {} : { ipv6 }) };
}

function fields({ subnets }: Network) {
  const ranges = subnets.map(({ subnet }) => subnet).join(', ');
  return {
    aliases: {
      kind: 'list',
      label: t('Further names'),
      help: t('Others in the network find the container by these as well.'),
      add: t('Add Name'),
      columns: { alias: { kind: 'text', label: t('Name'), required: true } },
    },
    ipv4: {
      kind: 'text',
      label: t('IPv4 address'),
      placeholder: t('chosen by the engine'),
      help: t('In {0}. Only networks that were created with a subnet take one.', ranges),
      problem: ipProblem(4),
    },
    ipv6: {
      kind: 'text',
      label: t('IPv6 address'),
      placeholder: t('chosen by the engine'),
      problem: ipProblem(6),
    },
  } as const satisfies Fields;
}
