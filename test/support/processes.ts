import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Fields of proc(5)'s stat after the command's name: the state comes first. Undefined when there is no such process. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** When a process started, in the kernel's ticks: tells it from a later one with the same id. */
export function startTime(pid: number): string | undefined {
  return statOf(pid)?.[19];
}

export function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

/** Resolves when the process is gone, or dead and not yet collected by its parent. */
export async function whenGone(pid: number): Promise<void> {
  for (;;) {
    const state = statOf(pid)?.[0];
    if (state === undefined || state === 'Z' || state === 'X') return;
    await delay(20);
  }
}
