import { t } from '@vscode/l10n';
import { connectionOf } from '../commands/selection.ts';
import type { Inventory } from '../engine/inventory.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { Network } from '../engine/kinds/network.ts';
import { dateWords } from '../words/date.ts';
import { listed } from '../words/listed.ts';
import { pairWords } from '../words/pairWords.ts';
import { shortId } from '../words/shortId.ts';
import { containerIcon } from './containerIcon.ts';
import { describeFilter, matches } from './filter.ts';
import { tooltip } from './markdown.ts';
import { nothingMatchesRow } from './nothingMatchesRow.ts';
import { byName } from './order.ts';
import { byLabel, underOwners } from './ownerGroups.ts';
import type { EngineView, Icon, Row, ViewOptions } from './view.ts';

/** Networks, with the containers that are in each. */
export const networksView: EngineView = {
  on: 'engine',
  id: 'gantry.networks',
  title: 'Networks',
  collapsed: true,
  watches: ['network', 'container'],
  rows({ inventory }, options) {
    const shown = shownOf(inventory, options);
    if (
      shown.length === 0 &&
      inventory.list('network').length > 0 &&
      describeFilter(options.filter) !== undefined
    )
      return [nothingMatchesRow(options.filter, 'network.filterClear')];
    const members = membersOf(inventory);
    const rowOf = (network: Network) => networkRow(network, members.get(network.name) ?? []);
    return options.settings['gantry.networks.groupBy'] === 'project'
      ? underOwners(shown, rowOf)
      : shown.map(rowOf).sort(byLabel);
  },
  summary({ inventory }, options) {
    const filter = describeFilter(options.filter);
    const shown = shownOf(inventory, options).length;
    if (filter !== undefined) return t('{0} of {1} · {2}', shown, inventory.list('network').length, filter);
    return shown === 0 ? undefined : shown === 1 ? t('1 network') : t('{0} networks', shown);
  },
};

function shownOf(inventory: Inventory, { settings, filter }: ViewOptions): readonly Network[] {
  return inventory
    .list('network')
    .filter(({ builtin }) => settings['gantry.networks.showBuiltin'] || !builtin)
    .filter((network) => matches(filter, () => ({ words: wordsOf(network), id: network.id })));
}

function wordsOf({ name, driver, scope, subnets, labels, project, stack }: Network): readonly string[] {
  return [
    name,
    driver,
    scope,
    ...subnets.map(({ subnet }) => subnet),
    ...pairWords(labels),
    ...[project, stack].filter((owner) => owner !== undefined),
  ];
}

/** Containers by the names of the networks that they are in. */
function membersOf(inventory: Inventory): ReadonlyMap<string, readonly Container[]> {
  const members = new Map<string, Container[]>();
  for (const container of inventory.list('container')) {
    for (const name of container.networks) {
      const those = members.get(name);
      if (those === undefined) members.set(name, [container]);
      else those.push(container);
    }
  }
  return members;
}

function networkRow(network: Network, members: readonly Container[]): Row {
  const { id, name, driver, subnets } = network;
  const facts = [
    ...(name === driver ? [] : [driver]),
    ...(network.scope === 'local' ? [] : [network.scope]),
    ...subnets.map(({ subnet }) => subnet),
    ...(network.internal ? [t('internal')] : []),
    membersWords(members.length),
  ];
  const description = facts.filter((fact) => fact !== '').join(' · ');
  return {
    key: `network:${id}`,
    label: name,
    description,
    icon: networkIcon(network, members),
    tooltip: () => tooltipOf(network, members),
    accessibilityLabel: t('Network {0}, {1}', name, description),
    object: network,
    ...(members.length === 0
      ? {}
      : { children: () => members.map((container) => memberRow(network, container)).sort(byLabel) }),
  };
}

function membersWords(count: number): string {
  if (count === 0) return t('unused');
  return count === 1 ? t('1 container') : t('{0} containers', count);
}

function networkIcon({ builtin }: Network, members: readonly Container[]): Icon {
  const id = 'type-hierarchy';
  if (members.some(({ state }) => state === 'running')) return { id, color: 'testing.iconPassed' };
  return builtin ? { id, color: 'disabledForeground' } : { id };
}

function memberRow(network: Network, container: Container): Row {
  const endpoint = container.endpoints.find((one) => one.network === network.name);
  return {
    key: `connection:${network.id}:${container.id}`,
    label: container.name,
    ...(endpoint === undefined ? {} : { description: endpoint.address }),
    icon: containerIcon(container),
    accessibilityLabel: t('Container {0}, {1}', container.name, endpoint?.address ?? t('without an address')),
    object: connectionOf(network, container),
  };
}

function tooltipOf(network: Network, members: readonly Container[]): string {
  const { name, id, driver, scope, subnets, options, labels, createdAt } = network;
  return tooltip(name, [
    [t('Driver'), driver],
    [t('Scope'), scope],
    [t('Subnets'), subnets.map(({ subnet }) => subnet).join(', ')],
    [t('Gateways'), subnets.flatMap(({ gateway }) => gateway ?? []).join(', ')],
    [t('Address range'), subnets.flatMap(({ ipRange }) => ipRange ?? []).join(', ')],
    [
      t('Kind'),
      [
        ...(network.internal ? [t('internal')] : []),
        ...(network.attachable ? [t('attachable')] : []),
        ...(network.ingress ? [t('routing mesh')] : []),
        ...(network.ipv6 ? ['IPv6'] : []),
      ].join(', '),
    ],
    [t('Containers'), listed(members.map((member) => member.name).sort(byName), 10)],
    [t('Options'), pairWords(options).join(', ')],
    [t('Labels'), pairWords(labels).join(', ')],
    [t('Created'), dateWords(createdAt)],
    [t('Id'), shortId(id)],
  ]);
}
