import type { Container } from '../engine/kinds/container.ts';
import { containerRow, isRunning } from './containerRow.ts';
import { byName } from './order.ts';
import type { EngineView, Row } from './view.ts';

/** Containers: those of one Compose project or one stack under its name, and the others below. */
export const containersView: EngineView = {
  on: 'engine',
  id: 'gantry.containers',
  title: 'Containers',
  watches: ['container'],
  rows({ inventory }) {
    const containers = inventory.list('container');
    const groups = Map.groupBy(containers, groupKeyOf);
    const standalone = groups.get(undefined) ?? [];
    const grouped = [...groups].flatMap(([key, members]) =>
      key === undefined ? [] : groupRow(key, members),
    );
    return [
      ...grouped.sort(byLabel),
      ...standalone.map((container) => containerRow(container)).sort(byLabel),
    ];
  },
  summary({ inventory }) {
    const containers = inventory.list('container');
    return containers.length === 0 ? undefined : `${containers.filter(isRunning).length} running`;
  },
};

/** A row's key as well: a project and a stack may share a name. */
function groupKeyOf({ project, stack }: Container): string | undefined {
  if (project !== undefined) return `project:${project}`;
  return stack === undefined ? undefined : `stack:${stack}`;
}

function groupRow(key: string, members: readonly Container[]): Row {
  const name = key.slice(key.indexOf(':') + 1);
  const running = members.filter(isRunning).length;
  const unhealthy = members.filter(({ health }) => health === 'unhealthy').length;
  const count = `${running}/${members.length} running`;
  const isProject = key.startsWith('project:');
  return {
    key,
    label: name,
    description: unhealthy > 0 ? `${count} · ${unhealthy} unhealthy` : count,
    icon: {
      id: isProject ? 'layers' : 'server-process',
      ...(unhealthy > 0
        ? { color: 'list.warningForeground' }
        : running > 0
          ? { color: 'testing.iconPassed' }
          : {}),
    },
    accessibilityLabel: `${isProject ? 'Compose project' : 'Stack'} ${name}, ${running} of ${members.length} running${unhealthy > 0 ? `, ${unhealthy} unhealthy` : ''}`,
    children: () => members.map((container) => containerRow(container, name)).sort(byLabel),
    expanded: true,
  };
}

function byLabel(a: Row, b: Row): number {
  return byName(a.label, b.label) || byName(a.key, b.key);
}
