import { t } from '@vscode/l10n';
import type { ContainerUsage } from '../engine/containers/usage.ts';
import type { Inventory } from '../engine/inventory.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { Settings } from '../settings.ts';
import { ageWords } from '../words/age.ts';
import { containerChildren, type ServiceFinder } from './containerChildren.ts';
import { type GroupKind, groupingBy, stateOrder } from './containerGrouping.ts';
import { type ContainerRow, containerRow, isRunning } from './containerRow.ts';
import { keptOrder } from './keptOrder.ts';
import { byName } from './order.ts';
import { totalUsage, usageWords } from './usageWords.ts';
import type { Row, ViewOptions } from './view.ts';

export interface ContainerRowsInput {
  readonly inventory: Inventory;
  readonly all: readonly Container[];
  /** Those of them that a filter lets through. */
  readonly shown: readonly Container[];
  readonly options: ViewOptions;
}

/** What is remembered of a list of containers: a group's, or that of those without one. */
interface Memory {
  readonly rows: WeakMap<Container, Remembered>;
  readonly order: readonly ContainerRow[];
  readonly group?: Row;
  readonly members?: readonly Container[];
}

interface Remembered {
  readonly usage: ContainerUsage | undefined;
  /** Undefined where the row does not say it. */
  readonly age: string | undefined;
  readonly row: ContainerRow;
}

/**
 * Makes what makes the rows of one inventory. A container that is the same object as before gets the same row, and a
 * group whose rows and counts are the same too; sorting begins with the order of before. So a change costs one look at
 * each container, and work for those alone that differ.
 */
export function createContainerRows(): (input: ContainerRowsInput) => readonly Row[] {
  let memories = new Map<string, Memory>();
  let rememberedFor: Settings | undefined;
  let services: { readonly of: readonly Container[]; readonly finder: ServiceFinder } | undefined;

  return ({ inventory, all, shown, options }) => {
    const { settings, now } = options;
    if (rememberedFor !== settings) memories = new Map();
    rememberedFor = settings;
    const before = memories;
    const after = new Map<string, Memory>();
    const grouping = groupingBy(settings['gantry.containers.groupBy']);
    const compare = comparisons[settings['gantry.containers.sortBy']];
    const dated = settings['gantry.containers.description'].includes('created');

    const servicesOf: ServiceFinder = (project, service) => {
      const list = inventory.list('container');
      if (services?.of !== list) services = { of: list, finder: findServices(list) };
      return services.finder(project, service);
    };

    function rowsOf(
      key: string,
      containers: readonly Container[],
      kind?: GroupKind,
    ): readonly ContainerRow[] {
      const memory = before.get(key) ?? { rows: new WeakMap(), order: [] };
      const rows = containers.map((container) => {
        const usage = options.usage(container.id);
        const age = dated ? ageWords(container.createdAt, now) : undefined;
        const known = memory.rows.get(container);
        if (known !== undefined && known.usage === usage && known.age === age) return known.row;
        const row = containerRow(container, {
          settings,
          now,
          usage,
          group: kind?.prefix,
          place: grouping.several ? key : undefined,
          children: containerChildren(container, inventory, servicesOf),
        });
        memory.rows.set(container, { usage, age, row });
        return row;
      });
      const order = keptOrder(memory.order, rows, compare);
      after.set(key, { ...memory, order });
      return order;
    }

    function groupRow(key: string, containers: readonly Container[], members: readonly Container[]): Row {
      const kind = grouping.describe(key);
      const children = rowsOf(key, containers, kind);
      const memory = after.get(key);
      const used = totalUsage(containers.flatMap(({ id }) => options.usage(id) ?? []));
      const description = [countWords(members), ...(used === undefined ? [] : [usageWords(used)])].join(
        ' · ',
      );
      const former = memory?.group;
      const same =
        former?.description === description &&
        before.get(key)?.order === children &&
        isSameList(memory?.members ?? [], members);
      const row = same ? former : makeGroupRow(key, kind, { containers, members, children, description });
      if (memory !== undefined) after.set(key, { ...memory, group: row, members });
      return row;
    }

    const groups = grouped(shown, grouping.keysOf);
    const everyone = shown === all ? groups : grouped(all, grouping.keysOf);
    const alone = groups.get('') ?? [];
    groups.delete('');
    const rows = [...groups.keys()]
      .sort(grouping.compare)
      .map((key) => groupRow(key, groups.get(key) ?? [], everyone.get(key) ?? []));
    const result = [...rows, ...rowsOf('', alone)];
    memories = after;
    return result;
  };
}

/** Containers by the keys of their groups; by the empty key those without one. */
function grouped(
  containers: readonly Container[],
  keysOf: (container: Container) => readonly string[],
): Map<string, Container[]> {
  const groups = new Map<string, Container[]>();
  const add = (key: string, container: Container) => {
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [container]);
    else members.push(container);
  };
  for (const container of containers) {
    const keys = keysOf(container);
    if (keys.length === 0) add('', container);
    for (const key of keys) add(key, container);
  }
  return groups;
}

function isSameList(a: readonly Container[], b: readonly Container[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

const comparisons: {
  readonly [S in Settings['gantry.containers.sortBy']]: (a: ContainerRow, b: ContainerRow) => number;
} = {
  name: byLabel,
  created: (a, b) => b.object.createdAt - a.object.createdAt || byLabel(a, b),
  state: (a, b) => rankOf(a.object) - rankOf(b.object) || byLabel(a, b),
  image: (a, b) => byName(a.object.image, b.object.image) || byLabel(a, b),
};

function byLabel(a: ContainerRow, b: ContainerRow): number {
  return byName(a.label, b.label) || byName(a.object.name, b.object.name) || byName(a.key, b.key);
}

/** What needs attention among those that run comes before the others. */
function rankOf({ state, health }: Container): number {
  return stateOrder.indexOf(state) * 2 - (health === 'unhealthy' ? 1 : 0);
}

function countWords(members: readonly Container[]): string {
  const running = members.filter(isRunning).length;
  const unhealthy = unhealthyAmong(members);
  const count = t('{0}/{1} running', running, members.length);
  return unhealthy === 0 ? count : `${count} · ${t('{0} unhealthy', unhealthy)}`;
}

function unhealthyAmong(members: readonly Container[]): number {
  return members.filter(({ state, health }) => state === 'running' && health === 'unhealthy').length;
}

function makeGroupRow(
  key: string,
  kind: GroupKind,
  parts: {
    readonly containers: readonly Container[];
    readonly members: readonly Container[];
    readonly children: readonly Row[];
    readonly description: string;
  },
): Row {
  const { containers, members, children, description } = parts;
  const color =
    unhealthyAmong(members) > 0
      ? 'list.warningForeground'
      : members.some(isRunning)
        ? 'testing.iconPassed'
        : undefined;
  return {
    key,
    label: kind.name,
    description,
    icon: { ...(color === undefined ? {} : { color }), ...kind.icon },
    accessibilityLabel: `${kind.spoken}, ${description}`,
    object: { kind: 'group', id: key, name: kind.name, by: kind.by, containers },
    children: () => children,
    expanded: true,
  };
}

function findServices(containers: readonly Container[]): ServiceFinder {
  const found = Map.groupBy(containers, ({ project, service }) => `${project}\n${service}`);
  return (project, service) => found.get(`${project}\n${service}`) ?? [];
}
