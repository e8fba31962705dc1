import { readComposeLabels } from '../engine/containers/composeLabels.ts';
import type { Inventory } from '../engine/inventory.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { ContainerGroup } from './selection.ts';

/** Whether a container is one of a group: of its project or stack, also where the view does not show it; else of its list. */
export function belongsTo(group: ContainerGroup): (container: Container) => boolean {
  const { by, name, containers } = group;
  const ids = new Set(containers.map(({ id }) => id));
  switch (by) {
    case 'project':
      return ({ project }) => project === name;
    case 'stack':
      return ({ stack }) => stack === name;
    case 'other':
      return ({ id }) => ids.has(id);
  }
}

/** The containers of groups as they are now, each once. */
export function membersOf(groups: readonly ContainerGroup[], inventory: Inventory): readonly Container[] {
  const tests = groups.map(belongsTo);
  return inventory.list('container').filter((container) => tests.some((belongs) => belongs(container)));
}

/**
 * Containers in the order in which Compose starts them: in each list those that depend on none of the later lists. One that
 * depends on itself in a circle comes last.
 */
export function byDependency(containers: readonly Container[]): readonly (readonly Container[])[] {
  const waves: (readonly Container[])[] = [];
  let left = containers.map((container) => ({ container, ...readComposeLabels(container.labels) }));
  while (left.length > 0) {
    const ready = left.filter(
      ({ project, dependsOn }) =>
        !dependsOn.some(({ service }) =>
          left.some((other) => other.project === project && other.service === service),
        ),
    );
    const next = ready.length > 0 ? ready : left;
    waves.push(next.map(({ container }) => container));
    left = left.filter((one) => !next.includes(one));
  }
  return waves;
}
