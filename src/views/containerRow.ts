import type { Container, Port } from '../engine/kinds/container.ts';
import { shortId, shortReference } from '../words/shortId.ts';
import { containerIcon } from './containerIcon.ts';
import { tooltip } from './markdown.ts';
import type { Row } from './view.ts';

/** Ports beyond these are counted. */
const mostPorts = 3;

/** A container's row; `group` is the project or stack that it stands under. */
export function containerRow(container: Container, group?: string): Row {
  const state = stateWords(container);
  const image = shortReference(container.image);
  const ports = portWords(container.ports);
  const label = group === undefined ? container.name : nameWithin(container.name, group);
  return {
    key: `container:${container.id}`,
    label,
    // A narrow sidebar cuts its end off: the image is what is missed least.
    description: [state, ports, image].filter((part) => part !== '').join(' · '),
    icon: containerIcon(container),
    tooltip: tooltipOf(container, state),
    accessibilityLabel: `${container.name}, ${state}, image ${image}${ports === '' ? '' : `, ports ${ports}`}`,
    object: container,
  };
}

/** Whether its processes are there, be they frozen or between two starts. */
export function isRunning({ state }: Container): boolean {
  return state === 'running';
}

/** `running`, `healthy`, `exited (1)`: health says more than that it runs. */
function stateWords({ state, health, exitCode }: Container): string {
  if (state === 'running' && health !== undefined) return health === 'starting' ? 'health starting' : health;
  return exitCode === undefined ? state : `${state} (${exitCode})`;
}

/**
 * The name within its project or stack. Compose calls containers `project-service-1` (`project_service_1` before its
 * second version), swarm `stack_service.1.task`; a name that the file has given stays whole.
 */
function nameWithin(name: string, group: string): string {
  const rest =
    name.startsWith(`${group}-`) || name.startsWith(`${group}_`) ? name.slice(group.length + 1) : name;
  return rest.replace(/\.[a-z0-9]{25}$/, '') || name;
}

/** `8080→80, 53→53/udp`: what is published, each once though the engine lists IPv4 and IPv6. */
function portWords(ports: readonly Port[]): string {
  const published = new Set(
    ports.flatMap(({ privatePort, publicPort, protocol }) =>
      publicPort === undefined
        ? []
        : [`${publicPort}→${privatePort}${protocol === 'tcp' ? '' : `/${protocol}`}`],
    ),
  );
  const words = [...published];
  const rest = words.length - mostPorts;
  return rest > 0 ? `${words.slice(0, mostPorts).join(', ')} +${rest}` : words.join(', ');
}

function tooltipOf(container: Container, state: string): string {
  const { name, id, image, command, createdAt, status, ports, networks, project, service, stack } = container;
  return tooltip(name, [
    ['Image', image],
    ['State', status === '' ? state : `${state} (${status})`],
    ['Command', command],
    ['Created', new Date(createdAt).toISOString().replace('T', ' ').slice(0, 19)],
    ['Ports', ports.map(portInFull).join(', ')],
    ['Networks', networks.join(', ')],
    ['Compose project', project],
    ['Service', service],
    ['Stack', stack],
    ['Id', shortId(id)],
  ]);
}

function portInFull({ privatePort, publicPort, protocol, ip }: Port): string {
  const inside = `${privatePort}/${protocol}`;
  if (publicPort === undefined) return inside;
  const address = ip === undefined ? '' : ip.includes(':') ? `[${ip}]:` : `${ip}:`;
  return `${address}${publicPort}→${inside}`;
}
