import { t } from '@vscode/l10n';
import { createNetwork, type NetworkCreation } from '../engine/networks/createNetwork.ts';
import { quoteWords } from '../engine/shellWords.ts';
import { pairWords } from '../words/pairWords.ts';
import { hostCommand } from './command.ts';
import type { Fields, Values } from './form.ts';
import { cidrProblem, ipProblem } from './ipProblem.ts';
import { pairColumns, pairsOf } from './pairs.ts';

/** Makes a network, on a page that shows the command line that does the same. */
export const networkCreate = hostCommand({
  id: 'network.create',
  title: 'Create Network…',
  description:
    'Makes a network, with all that `docker network create` can say: driver, subnets, gateways, ranges, internal, attachable, IPv6, options and labels.',
  icon: 'add',
  places: [{ view: 'gantry.networks', button: true, when: "gantry.state == 'connected'" }],
  async run({ engine, ui }) {
    const names = new Set(engine.inventory.list('network').map(({ name }) => name));
    await ui.form({
      title: t('Create a Network'),
      fields: fields(engine.inventory.swarm.manager),
      sections: [
        {
          title: t('Addresses'),
          help: t('Where nothing is said, the engine chooses.'),
          fields: ['subnets', 'ipv6'],
        },
        {
          title: t('Advanced'),
          fields: ['internal', 'attachable', 'options', 'labels'],
          folded: true,
        },
      ],
      validate: (values) =>
        names.has(values.name.trim())
          ? [{ field: 'name', message: t('There is a network of this name already.') }]
          : [],
      preview: (values) => ({ label: t('The same in a terminal'), text: lineOf(creationOf(values)) }),
      submit: t('Create'),
      run: (values, { signal }) => createNetwork(engine, { ...creationOf(values), signal }),
    });
  },
});

function fields(isManager: boolean) {
  return {
    name: {
      kind: 'text',
      label: t('Name'),
      required: true,
      placeholder: 'backend',
      problem: (value) =>
        /^[a-zA-Z0-9][\w.-]*$/.test(value.trim())
          ? undefined
          : t('A name has letters, digits, “_”, “.” and “-”, and begins with a letter or a digit.'),
    },
    driver: {
      kind: 'text',
      label: t('Driver'),
      placeholder: 'bridge',
      suggestions: ['bridge', 'macvlan', 'ipvlan', ...(isManager ? ['overlay'] : [])],
    },
    subnets: {
      kind: 'list',
      label: t('Subnets'),
      add: t('Add Subnet'),
      columns: {
        subnet: {
          kind: 'text',
          label: t('Subnet'),
          placeholder: '10.5.0.0/16',
          required: true,
          problem: cidrProblem,
        },
        gateway: { kind: 'text', label: t('Gateway'), placeholder: '10.5.0.1', problem: gatewayProblem },
        ipRange: {
          kind: 'text',
          label: t('Range for containers'),
          placeholder: '10.5.1.0/24',
          problem: cidrProblem,
        },
      },
    },
    ipv6: { kind: 'checkbox', label: t('IPv6') },
    internal: { kind: 'checkbox', label: t('Internal: no way out of the network') },
    attachable: {
      kind: 'checkbox',
      label: t('Attachable: containers may join a swarm’s network beside its services'),
    },
    options: {
      kind: 'list',
      label: t('Options of the driver'),
      add: t('Add Option'),
      columns: pairColumns('com.docker.network.driver.mtu', '1400'),
    },
    labels: { kind: 'list', label: t('Labels'), add: t('Add Label'), columns: pairColumns('team', 'shop') },
  } as const satisfies Fields;
}

function gatewayProblem(value: string): string | undefined {
  return ipProblem(4)(value) && ipProblem(6)(value);
}

function creationOf(values: Values<ReturnType<typeof fields>>): NetworkCreation {
  const { name, driver, subnets, ipv6, internal, attachable, options, labels } = values;
  return {
    name: name.trim(),
    ...(driver.trim() === '' ? {} : { driver: driver.trim() }),
    ...(ipv6 ? { ipv6 } : {}),
    ...(internal ? { internal } : {}),
    ...(attachable ? { attachable } : {}),
    subnets: subnets.map(({ subnet, gateway, ipRange }) => ({
      subnet: subnet.trim(),
      ...(gateway === '' ? {} : { gateway: gateway.trim() }),
      ...(ipRange === '' ? {} : { ipRange: ipRange.trim() }),
    })),
    ...(options.length === 0 ? {} : { options: pairsOf(options) }),
    ...(labels.length === 0 ? {} : { labels: pairsOf(labels) }),
  };
}

function lineOf(creation: NetworkCreation): string {
  const { name, driver, internal, attachable, ipv6, subnets = [], options = {}, labels = {} } = creation;
  const pairs = (flag: string, record: Readonly<Record<string, string>>) =>
    pairWords(record).flatMap((pair) => [flag, pair]);
  return quoteWords([
    ...['docker', 'network', 'create'],
    ...(driver === undefined ? [] : ['--driver', driver]),
    ...(internal ? ['--internal'] : []),
    ...(attachable ? ['--attachable'] : []),
    ...(ipv6 ? ['--ipv6'] : []),
    ...subnets.flatMap(({ subnet, gateway, ipRange }) => [
      ...['--subnet', subnet],
      ...(gateway === undefined ? [] : ['--gateway', gateway]),
      ...(ipRange === undefined ? [] : ['--ip-range', ipRange]),
    ]),
    ...pairs('--opt', options),
    ...pairs('--label', labels),
    name || 'NAME',
  ]);
}
