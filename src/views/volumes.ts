import { t } from '@vscode/l10n';
import type { Inventory } from '../engine/inventory.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { Volume } from '../engine/kinds/volume.ts';
import { ageWords } from '../words/age.ts';
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
import { stateWords } from './stateWords.ts';
import type { EngineView, Row, ViewOptions } from './view.ts';

/** Volumes, with the containers that use each. */
export const volumesView: EngineView = {
  on: 'engine',
  id: 'gantry.volumes',
  title: 'Volumes',
  collapsed: true,
  watches: ['volume', 'container'],
  rows({ inventory }, options) {
    const shown = shownOf(inventory, options);
    if (shown.length === 0 && inventory.list('volume').length > 0)
      return [nothingMatchesRow(options.filter, 'volume.filterClear')];
    const users = usersOf(inventory);
    const rowOf = (volume: Volume) => volumeRow(volume, users.get(volume.name) ?? [], options.now);
    return options.settings['gantry.volumes.groupBy'] === 'project'
      ? underOwners(shown, rowOf)
      : shown.map(rowOf).sort(byLabel);
  },
  summary({ inventory }, options) {
    const all = inventory.list('volume').length;
    if (all === 0) return undefined;
    const filter = describeFilter(options.filter);
    if (filter !== undefined) return t('{0} of {1} · {2}', shownOf(inventory, options).length, all, filter);
    return all === 1 ? t('1 volume') : t('{0} volumes', all);
  },
};

function shownOf(inventory: Inventory, { filter }: ViewOptions): readonly Volume[] {
  return inventory.list('volume').filter(({ name, driver, labels, project, stack }) =>
    matches(filter, () => ({
      words: [name, driver, ...pairWords(labels), ...[project, stack].filter((owner) => owner !== undefined)],
    })),
  );
}

/** Containers, stopped ones too, by the names of the volumes that they have. */
function usersOf(inventory: Inventory): ReadonlyMap<string, readonly Container[]> {
  const users = new Map<string, Container[]>();
  for (const container of inventory.list('container')) {
    const names = new Set(
      container.mounts.flatMap(({ type, name }) => (type === 'volume' ? (name ?? []) : [])),
    );
    for (const name of names) {
      const those = users.get(name);
      if (those === undefined) users.set(name, [container]);
      else those.push(container);
    }
  }
  return users;
}

function volumeRow(volume: Volume, users: readonly Container[], now: number): Row {
  const { name, driver, anonymous, createdAt } = volume;
  const label = anonymous && /^[0-9a-f]{64}$/.test(name) ? shortId(name) : name;
  const description = [
    ...(driver === 'local' ? [] : [driver]),
    ...(anonymous ? [t('anonymous')] : []),
    users.length === 0 ? t('unused') : listed(users.map((user) => user.name).sort(byName), 2),
    ...(createdAt > 0 ? [ageWords(createdAt, now)] : []),
  ].join(' · ');
  const id = 'database';
  return {
    key: `volume:${name}`,
    label,
    description,
    icon: users.some(({ state }) => state === 'running') ? { id, color: 'testing.iconPassed' } : { id },
    tooltip: () => tooltipOf(volume, users),
    accessibilityLabel: t('Volume {0}, {1}', label, description),
    object: volume,
    ...(users.length === 0
      ? {}
      : { children: () => users.map((container) => userRow(volume, container)).sort(byLabel) }),
  };
}

function userRow(volume: Volume, container: Container): Row {
  const paths = container.mounts.flatMap(({ type, name, destination, writable }) =>
    type === 'volume' && name === volume.name
      ? [writable ? destination : t('{0} (read-only)', destination)]
      : [],
  );
  return {
    key: `volume:${volume.name}:container:${container.id}`,
    label: container.name,
    description: paths.join(', '),
    icon: containerIcon(container),
    accessibilityLabel: t(
      'Container {0}, {1}, at {2}',
      container.name,
      stateWords(container),
      paths.join(', '),
    ),
    object: container,
  };
}

function tooltipOf(volume: Volume, users: readonly Container[]): string {
  const { name, driver, mountpoint, scope, options, labels, createdAt } = volume;
  return tooltip(name, [
    [t('Driver'), driver],
    [t('Scope'), scope],
    [t('On the host'), mountpoint],
    [t('Options'), pairWords(options).join(', ')],
    [t('Used by'), listed(users.map((user) => user.name).sort(byName), 10)],
    [t('Labels'), pairWords(labels).join(', ')],
    [t('Created'), dateWords(createdAt)],
  ]);
}
