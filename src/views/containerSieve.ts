import type { Filter } from '../commands/filter.ts';
import type { Container } from '../engine/kinds/container.ts';
import { isFiltering, matches, type Searchable } from './filter.ts';
import { workspaceOf } from './workspace.ts';

/** What of a list of containers a filter lets through. */
export type ContainerSieve = (
  containers: readonly Container[],
  filter: Filter,
  workspaceFolders: readonly string[],
) => readonly Container[];

/** Makes one that remembers what it has found of each container, for as long as the filter is the same. */
export function createContainerSieve(): ContainerSieve {
  let known = new WeakMap<Container, boolean>();
  let knownFor = '';
  return (containers, filter, workspaceFolders) => {
    if (!isFiltering(filter)) return containers;
    const question = JSON.stringify([filter, workspaceFolders]);
    if (question !== knownFor) known = new WeakMap();
    knownFor = question;
    const workspace = workspaceOf(workspaceFolders);
    return containers.filter((container) => {
      const before = known.get(container);
      if (before !== undefined) return before;
      const passes =
        (filter.runningOnly !== true || isUp(container)) &&
        (filter.workspaceOnly !== true || workspace.owns(container)) &&
        matches(filter, () => searchable(container));
      known.set(container, passes);
      return passes;
    });
  };
}

/** As `docker ps` has it: also what is frozen, or between two starts. */
function isUp({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

function searchable(container: Container): Searchable {
  const { id, name, image, project, service, stack, state, health, ports, networks, labels, mounts } =
    container;
  return {
    id,
    words: [
      name,
      image,
      project ?? '',
      service ?? '',
      stack ?? '',
      health ?? state,
      ...ports.map(
        ({ privatePort, publicPort, protocol }) => `${publicPort ?? ''}→${privatePort}/${protocol}`,
      ),
      ...networks,
      ...mounts.map(({ name: volume, source }) => volume ?? source),
      ...Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    ],
  };
}
