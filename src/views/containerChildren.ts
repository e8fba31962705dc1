import { t } from '@vscode/l10n';
import { connectionOf } from '../commands/selection.ts';
import type { Dependency } from '../engine/containers/composeLabels.ts';
import type { Mount } from '../engine/containers/mount.ts';
import type { Inventory } from '../engine/inventory.ts';
import type { Container, Port } from '../engine/kinds/container.ts';
import { shortId } from '../words/shortId.ts';
import { containerIcon } from './containerIcon.ts';
import { tooltip } from './markdown.ts';
import { byName } from './order.ts';
import { portInFull } from './portWords.ts';
import { stateWords } from './stateWords.ts';
import type { Icon, Row } from './view.ts';

/** Finds the containers of a Compose service. */
export type ServiceFinder = (project: string, service: string) => readonly Container[];

/** What makes rows below a container's; undefined where there would be none. */
export function containerChildren(
  container: Container,
  inventory: Inventory,
  servicesOf: ServiceFinder,
): (() => readonly Row[]) | undefined {
  const { ports, mounts, networks, dependsOn } = container;
  if (ports.length + mounts.length + networks.length + dependsOn.length === 0) return undefined;
  return () => [
    ...distinct(ports).map((port) => portRow(container, port)),
    ...mounts.map((mount) => mountRow(container, mount)),
    ...networks.map((name) => networkRow(container, name, inventory)),
    ...dependsOn.map((dependency) => dependencyRow(container, dependency, servicesOf)),
  ];
}

/** A port that is published on every address has an entry for IPv4 and one for IPv6. */
function distinct(ports: readonly Port[]): readonly Port[] {
  const seen = new Map<string, Port>();
  for (const port of ports) {
    const id = portId(port);
    if (!seen.has(id)) seen.set(id, port);
  }
  return [...seen.values()];
}

function portId({ privatePort, protocol, publicPort, ip }: Port): string {
  const inside = `${privatePort}/${protocol}`;
  return publicPort === undefined ? inside : `${inside}→${isEveryAddress(ip) ? '' : ip}:${publicPort}`;
}

function isEveryAddress(ip: string | undefined): boolean {
  return ip === undefined || ip === '0.0.0.0' || ip === '::';
}

function portRow(container: Container, port: Port): Row {
  const { privatePort, publicPort, protocol, ip } = port;
  const id = `${container.id}:${portId(port)}`;
  const inside = `${privatePort}/${protocol}`;
  const label = publicPort === undefined ? inside : `${publicPort} → ${inside}`;
  const description =
    publicPort === undefined
      ? t('not published')
      : isEveryAddress(ip)
        ? t('on every address')
        : t('on {0}', ip ?? '');
  return {
    key: `port:${id}`,
    label,
    description,
    icon: portIcon(port),
    tooltip: () => tooltip(t('Port of {0}', container.name), [[t('Port'), portInFull(port)]]),
    accessibilityLabel:
      publicPort === undefined
        ? t('Port {0}, not published', inside)
        : t('Port {0} of the container, published as {1} {2}', inside, publicPort, description),
    object: { kind: 'port', id, container, port },
  };
}

function portIcon({ publicPort, protocol }: Port): Icon {
  if (publicPort === undefined) return { id: 'plug', color: 'disabledForeground' };
  return protocol === 'tcp' ? { id: 'globe' } : { id: 'plug' };
}

function mountRow(container: Container, mount: Mount): Row {
  const { type, destination, writable } = mount;
  const id = `${container.id}:${destination}`;
  const description = [sourceWords(mount), ...(writable ? [] : [t('read-only')])]
    .filter((part) => part !== '')
    .join(' · ');
  return {
    key: `mount:${id}`,
    label: destination,
    description,
    icon: { id: type === 'volume' ? 'database' : type === 'bind' ? 'folder' : 'circuit-board' },
    tooltip: () =>
      tooltip(destination, [
        [t('Type'), type],
        [t('Volume'), mount.name],
        [t('From'), mount.source],
        [t('Access'), writable ? t('read and write') : t('read-only')],
      ]),
    accessibilityLabel: t('Mount at {0}, {1}', destination, description),
    object: { kind: 'mount', id, container, mount },
  };
}

function sourceWords({ type, name, source }: Mount): string {
  if (type === 'volume') return anonymous.test(name ?? '') ? shortId(name ?? '') : (name ?? source);
  return type === 'tmpfs' ? t('in memory') : source;
}

/** The name that an engine gives to a volume without one. */
const anonymous = /^[0-9a-f]{64}$/;

function networkRow(container: Container, name: string, inventory: Inventory): Row {
  const network = inventory.list('network').find((one) => one.name === name);
  const endpoint = container.endpoints.find((one) => one.network === name);
  const description = endpoint?.address ?? network?.driver ?? '';
  return {
    key: `connection:${container.id}:${name}`,
    label: name,
    description,
    icon: { id: 'type-hierarchy' },
    accessibilityLabel:
      description === '' ? t('Network {0}', name) : t('Network {0}, {1}', name, description),
    ...(network === undefined ? {} : { object: connectionOf(network, container) }),
  };
}

/** A service that the container waits for: its one container's row, or what is to be said of all of them. */
function dependencyRow(
  container: Container,
  { service, condition }: Dependency,
  servicesOf: ServiceFinder,
): Row {
  const found = servicesOf(container.project ?? '', service);
  const [first] = found;
  const words =
    first === undefined ? t('not created') : [...new Set(found.map(stateWords))].sort(byName).join(', ');
  const wanted = conditionWords(condition);
  return {
    key: `dependency:${container.id}:${service}`,
    label: service,
    description: wanted === undefined ? words : t('{0} (needs {1})', words, wanted),
    icon: worst(found),
    accessibilityLabel: t('Depends on {0}, which is {1}', service, words),
    ...(first !== undefined && found.length === 1 ? { object: first } : {}),
  };
}

/** What Compose waits for beyond a start. */
function conditionWords(condition: string | undefined): string | undefined {
  switch (condition) {
    case 'service_healthy':
      return t('healthy');
    case 'service_completed_successfully':
      return t('completed');
    default:
      return undefined;
  }
}

function worst(containers: readonly Container[]): Icon {
  const down = containers.find(({ state }) => state !== 'running');
  const ill = containers.find(({ health }) => health === 'unhealthy');
  const shown = down ?? ill ?? containers[0];
  return shown === undefined ? { id: 'circle-slash', color: 'list.warningForeground' } : containerIcon(shown);
}
