import type { Command } from './command.ts';
import { containerKill } from './containerKill.ts';
import { containerPause } from './containerPause.ts';
import { containerRestart } from './containerRestart.ts';
import { containerStart } from './containerStart.ts';
import { containerStop } from './containerStop.ts';
import { containerUnpause } from './containerUnpause.ts';

/** Every command; menus list those of one place in this order. */
export const commands: readonly Command[] = [
  containerStart,
  containerStop,
  containerRestart,
  containerPause,
  containerUnpause,
  containerKill,
];
