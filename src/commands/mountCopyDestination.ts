import { objectCommand } from './command.ts';

/** Copies where mounts are in the container. */
export const mountCopyDestination = objectCommand({
  id: 'mount.copyDestination',
  title: 'Copy Path in Container',
  description: 'Copies the paths that mounts have in the container, one a line.',
  icon: 'copy',
  kind: 'mount',
  place: 'copy',
  run: (mounts, { ui }) => ui.copy(mounts.map(({ mount }) => mount.destination).join('\n')),
});
