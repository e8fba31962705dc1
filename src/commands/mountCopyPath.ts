import { objectCommand } from './command.ts';

/** Copies where mounts come from. */
export const mountCopyPath = objectCommand({
  id: 'mount.copyPath',
  title: 'Copy Path',
  description:
    'Copies the paths on the engine’s machine that are mounted into a container; of a mount in memory its path in the container.',
  icon: 'copy',
  kind: 'mount',
  place: 'copy',
  inline: true,
  run: (mounts, { ui }) => ui.copy(mounts.map(({ mount }) => mount.source || mount.destination).join('\n')),
});
