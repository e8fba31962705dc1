import { readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startTime } from './processes.ts';

/** Control groups of worlds are `<prefix><pid>-<start time>-<random>`: the owner's death can be told from the name. */
export const cgroupPrefix = 'gantry-world-';

/**
 * Lets the frozen processes of a world's control groups go on: those of a paused container can't die under cgroup v1, not
 * even with their namespace.
 */
export function thawCgroup(name: string): void {
  for (const folder of foldersNamed(name)) thawTree(folder);
}

/** Removes a world's control groups. The kernel takes a moment to let go of the dead, so it tries for some seconds. */
export async function removeCgroup(name: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const left = foldersNamed(name);
    if (left.length === 0) return;
    thawCgroup(name);
    for (const folder of left) removeTree(folder);
    await delay(25);
  }
}

/** Removes what worlds whose owner was killed have left. */
export async function sweepDeadCgroups(): Promise<void> {
  const names = new Set(
    hierarchies().flatMap((folder) => listFolders(folder).filter((name) => name.startsWith(cgroupPrefix))),
  );
  for (const name of names) {
    const [pid, started] = name.slice(cgroupPrefix.length).split('-');
    if (startTime(Number(pid)) !== started) await removeCgroup(name);
  }
}

/** The root itself is the hierarchy of cgroup v2; its folders are those of v1. */
function hierarchies(): readonly string[] {
  const root = '/sys/fs/cgroup';
  return [root, ...listFolders(root).map((name) => join(root, name))];
}

function foldersNamed(name: string): readonly string[] {
  return hierarchies()
    .filter((folder) => listFolders(folder).includes(name))
    .map((folder) => join(folder, name));
}

function thawTree(folder: string): void {
  try {
    writeFileSync(join(folder, 'freezer.state'), 'THAWED', { flag: 'r+' });
  } catch {
    // Only the freezer's groups have it.
  }
  for (const name of listFolders(folder)) thawTree(join(folder, name));
}

function removeTree(folder: string): void {
  for (const name of listFolders(folder)) removeTree(join(folder, name));
  try {
    rmdirSync(folder);
  } catch {
    // Still in use: the caller tries again.
  }
}

function listFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}
