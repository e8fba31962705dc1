import type { Container, ContainerState } from '../engine/kinds/container.ts';
import type { Icon } from './view.ts';

/** A container's icon: states differ by shape, so that colour is not needed to tell them apart. */
export function containerIcon({
  state,
  health,
  exitCode,
}: Pick<Container, 'state' | 'health' | 'exitCode'>): Icon {
  if (state === 'running' && health !== undefined) return healthIcons[health];
  if (state === 'exited' && exitCode !== undefined && !calmExits.includes(exitCode)) return failed;
  return stateIcons[state];
}

/** What a process ends with of its own accord, or by the signals of Ctrl-C (130), stop (143) and kill (137). */
const calmExits: readonly number[] = [0, 130, 137, 143];
const failed: Icon = { id: 'error', color: 'list.errorForeground' };

const healthIcons: { readonly [H in NonNullable<Container['health']>]: Icon } = {
  healthy: { id: 'pass', color: 'testing.iconPassed' },
  starting: { id: 'clock', color: 'testing.iconQueued' },
  unhealthy: { id: 'warning', color: 'list.warningForeground' },
};

const stateIcons: { readonly [S in ContainerState]: Icon } = {
  created: { id: 'circle-outline' },
  running: { id: 'play-circle', color: 'testing.iconPassed' },
  paused: { id: 'debug-pause', color: 'testing.iconQueued' },
  restarting: { id: 'sync', color: 'list.warningForeground' },
  removing: { id: 'trash' },
  exited: { id: 'stop-circle', color: 'disabledForeground' },
  dead: failed,
};
