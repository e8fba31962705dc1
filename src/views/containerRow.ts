import { t } from '@vscode/l10n';
import type { ContainerUsage } from '../engine/containers/usage.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { Settings } from '../settings.ts';
import { ageWords } from '../words/age.ts';
import { shortId, shortReference } from '../words/shortId.ts';
import { containerIcon } from './containerIcon.ts';
import { tooltip } from './markdown.ts';
import { portInFull, portWords } from './portWords.ts';
import { stateWords } from './stateWords.ts';
import { usageLines, usageWords } from './usageWords.ts';
import type { Row } from './view.ts';

/** A container's row, by its object. */
export interface ContainerRow extends Row {
  readonly object: Container;
}

/** What a container's row is made of beside the container. */
export interface ContainerRowOptions {
  readonly settings: Settings;
  readonly now: number;
  readonly usage?: ContainerUsage | undefined;
  /** The project or stack that it stands under, whose name is left out of its own. */
  readonly group?: string | undefined;
  /** Tells it from the same container's row elsewhere in the tree. */
  readonly place?: string | undefined;
  readonly children?: (() => readonly Row[]) | undefined;
}

/** One thing that a row may say behind its label. */
type DescriptionPart = Settings['gantry.containers.description'][number];

/** A container's row. */
export function containerRow(container: Container, options: ContainerRowOptions): ContainerRow {
  const { settings, usage, group, place, children } = options;
  const label = labelOf(container, settings['gantry.containers.label'], group);
  const parts = settings['gantry.containers.description'].map((part) => ({
    part,
    words: partWords[part](container, options),
  }));
  const described = parts.filter(({ words }) => words !== '' && words !== label);
  return {
    key: place === undefined ? `container:${container.id}` : `container:${container.id}@${place}`,
    label,
    description: withUsage(described, usage).join(' · '),
    icon: containerIcon(container),
    tooltip: () => tooltipOf(container, usage),
    accessibilityLabel: spoken(container, described, usage),
    object: container,
    ...(children === undefined ? {} : { children }),
  };
}

/** What a container's row is called. */
function labelOf(container: Container, label: Settings['gantry.containers.label'], group?: string): string {
  switch (label) {
    case 'service':
      return container.service ?? container.name;
    case 'image':
      return shortReference(container.image);
    case 'id':
      return shortId(container.id);
    case 'name':
      return group === undefined ? container.name : nameWithin(container.name, group);
  }
}

/** Whether its processes are there and not frozen. */
export function isRunning({ state }: Container): boolean {
  return state === 'running';
}

const partWords: {
  readonly [P in DescriptionPart]: (container: Container, options: ContainerRowOptions) => string;
} = {
  state: stateWords,
  ports: ({ ports }) => portWords(ports),
  image: ({ image }) => shortReference(image),
  name: ({ name }) => name,
  service: ({ service }) => service ?? '',
  networks: ({ networks }) => networks.join(', '),
  command: ({ command }) => shortened(command),
  created: ({ createdAt }, { now }) => ageWords(createdAt, now),
  id: ({ id }) => shortId(id),
};

interface Described {
  readonly part: DescriptionPart;
  readonly words: string;
}

/** The usage stands behind the state, before what a narrow sidebar cuts off. */
function withUsage(described: readonly Described[], usage: ContainerUsage | undefined): readonly string[] {
  const words = described.map((one) => one.words);
  if (usage === undefined) return words;
  const place = described.findIndex(({ part }) => part === 'state') + 1;
  return words.toSpliced(place, 0, usageWords(usage));
}

/** The name and the state are always said, whatever the row shows. */
function spoken(
  container: Container,
  described: readonly Described[],
  usage: ContainerUsage | undefined,
): string {
  const others = described.flatMap(({ part, words }) => spokenPart(part, words) ?? []);
  const used = usage === undefined ? [] : [usageWords(usage)];
  return [container.name, stateWords(container), ...others, ...used].join(', ');
}

function spokenPart(part: DescriptionPart, words: string): string | undefined {
  switch (part) {
    case 'state':
    case 'name':
      return undefined;
    case 'ports':
      return t('ports {0}', words);
    case 'image':
      return t('image {0}', words);
    case 'service':
      return t('service {0}', words);
    case 'networks':
      return t('networks {0}', words);
    case 'command':
      return t('command {0}', words);
    case 'created':
      return t('created {0}', words);
    case 'id':
      return t('id {0}', words);
  }
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

const mostOfCommand = 40;

function shortened(command: string): string {
  return command.length > mostOfCommand ? `${command.slice(0, mostOfCommand - 1)}…` : command;
}

function tooltipOf(container: Container, usage: ContainerUsage | undefined): string {
  const { name, id, image, command, createdAt, status, ports, networks, mounts } = container;
  const state = stateWords(container);
  return tooltip(name, [
    [t('Image'), shortReference(image)],
    [t('State'), status === '' ? state : `${state} (${status})`],
    ...(usage === undefined ? [] : usageLines(usage)),
    [t('Command'), command],
    [t('Created'), new Date(createdAt).toISOString().replace('T', ' ').slice(0, 19)],
    [t('Ports'), ports.map(portInFull).join(', ')],
    [t('Mounts'), mounts.map(({ destination }) => destination).join(', ')],
    [t('Networks'), networks.join(', ')],
    [t('Compose project'), container.project],
    [t('Service'), container.service],
    [t('Compose files'), container.composeFiles.join(', ')],
    [t('Stack'), container.stack],
    [t('Id'), shortId(id)],
  ]);
}
