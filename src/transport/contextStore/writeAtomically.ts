import { randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Replaces a file as a whole, or makes it with its folder: whoever reads it finds the old or the new content. Its mode and
 * owner stay, and a link stays a link to the file that is replaced. `mode` is that of a new file.
 */
export async function writeAtomically(path: string, content: string | Buffer, mode: number): Promise<void> {
  const target = await followed(path);
  await mkdir(dirname(target), { recursive: true });
  const former = await stat(target).catch(() => undefined);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    // Of a mode that the mask has taken bits from, and of files that belong to another person.
    await chmod(temporary, former === undefined ? mode : former.mode & 0o7777);
    if (former !== undefined) await chown(temporary, former.uid, former.gid).catch(() => undefined);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Where a link leads, whether there is something or not. */
async function followed(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const link = await readlink(path).catch(() => undefined);
    return link === undefined ? path : await followed(resolve(dirname(path), link));
  }
}
