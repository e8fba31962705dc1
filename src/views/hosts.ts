import { t } from '@vscode/l10n';
import type { HostSelection } from '../commands/selection.ts';
import type { Host, OpenHost } from '../hosts/host.ts';
import type { Hosts } from '../hosts/hosts.ts';
import { hostDetails, productName, swarmWords } from './hostDetails.ts';
import { connectionWords, hostIcon, hostKey, hostSelection } from './hostRow.ts';
import { tooltip } from './markdown.ts';
import type { HostsView, Row, ViewOptions } from './view.ts';

/** Every host that can be connected to, connected or not: the docker CLI's contexts, DOCKER_HOST, sockets of this machine. */
export const hostsView: HostsView = {
  on: 'hosts',
  id: 'gantry.hosts',
  title: 'Hosts',
  watches: ['container', 'image'],
  rows: (hosts, options) => hosts.known.map((host) => hostRow(host, hosts, options)),
};

function hostRow(host: Host, hosts: Hosts, options: ViewOptions): Row {
  const object = hostSelection(host, hosts, options.settings);
  const open = hosts.open.find(({ id }) => id === host.id);
  const words = [...marksOf(object), ...(open === undefined ? closedWords(host) : openWords(open))];
  const description = words.join(' · ');
  const row: Row = {
    key: hostKey(host),
    label: host.name,
    ...(description === '' ? {} : { description }),
    icon: hostIcon(object),
    tooltip: () => hostTooltip(host, object, open),
    accessibilityLabel: [t('Host {0}', host.name), ...words].join(', '),
    object,
  };
  if (open === undefined) return row;
  return { ...row, children: () => hostDetails(open) };
}

function marksOf({ states }: HostSelection): readonly string[] {
  return [
    ...(states.includes('active') ? [t('in use')] : []),
    ...(states.includes('production') ? [t('production')] : []),
    ...(states.includes('default') && !states.includes('active') ? [t('the CLI’s default')] : []),
  ];
}

function closedWords({ problem, description, address }: Host): readonly string[] {
  return [problem ?? description ?? address];
}

/** What there is on it; stale, while it is away, beside why it is. */
function openWords(host: OpenHost): readonly string[] {
  const { inventory } = host.engine;
  const away = connectionWords(host);
  if (away !== undefined) return [away];
  const containers = inventory.list('container');
  const running = containers.filter(({ state }) => state === 'running').length;
  const { facts } = inventory;
  return [
    ...(facts === undefined ? [] : [`${productName(facts)} ${upstream(facts.version)}`]),
    ...swarmWords(inventory.swarm),
    t('{0} of {1} running', running, containers.length),
    countedImages(inventory.list('image').length),
  ];
}

/** A distribution's own suffix, such as `+dfsg1`, is below the host’s row: here it pushes the counts out of sight. */
function upstream(version: string): string {
  return version.replace(/\+.*$/, '');
}

function countedImages(count: number): string {
  return count === 1 ? t('1 image') : t('{0} images', count);
}

function hostTooltip(host: Host, { states }: HostSelection, open: OpenHost | undefined): string {
  const sources = {
    environment: t('DOCKER_HOST, of the environment that VS Code was started in'),
    context: t('A context of the docker CLI'),
    socket: t('A socket found on this machine'),
  };
  return tooltip(host.name, [
    [t('Address'), host.address],
    [t('Description'), host.description],
    [t('Known from'), sources[host.source]],
    [t('State'), open === undefined ? t('Not connected') : (connectionWords(open) ?? t('Connected'))],
    [t('Problem'), host.problem],
    [
      t('In this window'),
      states.includes('active') ? t('In use: commands without an object work here') : undefined,
    ],
    [t('Docker CLI'), states.includes('default') ? t('Used unless told otherwise') : undefined],
    [
      t('Production'),
      states.includes('production') ? t('What removes something asks for the host’s name') : undefined,
    ],
  ]);
}
