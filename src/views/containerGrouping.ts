import { t } from '@vscode/l10n';
import type { ContainerGroup } from '../commands/selection.ts';
import { type Container, type ContainerState, containerStates } from '../engine/kinds/container.ts';
import type { Settings } from '../settings.ts';
import { shortReference } from '../words/shortId.ts';
import { containerIcon } from './containerIcon.ts';
import { byName } from './order.ts';
import { stateWord } from './stateWords.ts';
import type { Icon } from './view.ts';

export type GroupBy = Settings['gantry.containers.groupBy'];

/** What containers are listed under. */
export interface Grouping {
  /** The keys of the groups that a container is in; none where it stands by itself. */
  keysOf(container: Container): readonly string[];
  /** What a group is, by its key. */
  describe(key: string): GroupKind;
  /** The order of groups, by their keys. */
  compare(a: string, b: string): number;
  /** Whether a container may be in several groups. */
  readonly several: boolean;
}

export interface GroupKind {
  readonly name: string;
  readonly by: ContainerGroup['by'];
  /** Before its name, for screen readers: `Compose project shop`. */
  readonly spoken: string;
  /** Its colour is that of the containers' state where it has none. */
  readonly icon: Icon;
  /** The part of their names that containers share. */
  readonly prefix?: string;
}

/** The grouping that a person has chosen. */
export function groupingBy(by: GroupBy): Grouping {
  return groupings[by];
}

const groupings: { readonly [B in GroupBy]: Grouping } = {
  project: {
    keysOf({ project, stack }) {
      if (project !== undefined) return [`project:${project}`];
      return stack === undefined ? alone : [`stack:${stack}`];
    },
    describe(key) {
      const name = nameOf(key);
      return key.startsWith('project:')
        ? {
            name,
            by: 'project',
            spoken: t('Compose project {0}', name),
            icon: { id: 'layers' },
            prefix: name,
          }
        : { name, by: 'stack', spoken: t('Stack {0}', name), icon: { id: 'server-process' }, prefix: name };
    },
    compare: byNameOfKey,
    several: false,
  },
  image: {
    keysOf: ({ image }) => [`ofImage:${image}`],
    describe(key) {
      const name = shortReference(nameOf(key));
      return { name, by: 'other', spoken: t('Image {0}', name), icon: { id: 'package' } };
    },
    compare: byNameOfKey,
    several: false,
  },
  network: {
    keysOf: ({ networks }) =>
      networks.length === 0 ? ['inNetwork:'] : networks.map((name) => `inNetwork:${name}`),
    describe(key) {
      const name = nameOf(key);
      return name === ''
        ? {
            name: t('Without a network'),
            by: 'other',
            spoken: t('Without a network'),
            icon: { id: 'debug-disconnect' },
          }
        : { name, by: 'other', spoken: t('Network {0}', name), icon: { id: 'type-hierarchy' } };
    },
    compare: byNameOfKey,
    several: true,
  },
  state: {
    keysOf: ({ state }) => [`inState:${state}`],
    describe(key) {
      const state = stateOf(key);
      const word = stateWord(state);
      const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
      return { name, by: 'other', spoken: t('State {0}', word), icon: containerIcon({ state }) };
    },
    compare: (a, b) => stateOrder.indexOf(stateOf(a)) - stateOrder.indexOf(stateOf(b)),
    several: false,
  },
  none: {
    keysOf: () => alone,
    describe: (key) => ({ name: key, by: 'other', spoken: key, icon: { id: 'layers' } }),
    compare: byName,
    several: false,
  },
};

/** Those that do something first. */
export const stateOrder: readonly ContainerState[] = [
  'running',
  'restarting',
  'paused',
  'removing',
  'created',
  'exited',
  'dead',
];

const alone: readonly string[] = [];

function nameOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

function stateOf(key: string): ContainerState {
  return containerStates.find((state) => state === nameOf(key)) ?? 'created';
}

/** What has no name comes last. */
function byNameOfKey(a: string, b: string): number {
  const [nameA, nameB] = [nameOf(a), nameOf(b)];
  if (nameA === '' || nameB === '') return nameA === nameB ? 0 : nameA === '' ? 1 : -1;
  return byName(nameA, nameB) || byName(a, b);
}
