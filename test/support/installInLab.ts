import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { labFolder } from './lab.ts';
import { startTime } from './processes.ts';

/**
 * A folder of `.lab/` by its name, filled at first use; resolves to its path. `fill` gets a folder beside it, which takes
 * the name only when it is whole: an install that was interrupted leaves nothing that a later one would take for it.
 */
export async function installInLab(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const final = join(labFolder, name);
  if (existsSync(final)) return final;
  await mkdir(labFolder, { recursive: true });
  await sweepPartial();
  const partial = join(labFolder, `${name}-partial-${process.pid}-${startTime(process.pid) ?? 0}`);
  await mkdir(partial);
  try {
    await fill(partial);
    await rename(partial, final);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    // Another run was faster.
    if (!existsSync(final)) throw error;
  }
  return final;
}

async function sweepPartial(): Promise<void> {
  for (const name of await readdir(labFolder)) {
    const [, pid, started] = /-partial-(\d+)-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && startTime(Number(pid)) !== started)
      await rm(join(labFolder, name), { recursive: true, force: true });
  }
}
