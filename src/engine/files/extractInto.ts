import { createWriteStream } from 'node:fs';
import { chmod, copyFile, link, lstat, mkdir, realpath, rename, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { t } from '@vscode/l10n';
import { extract, type ReadHeader } from 'tar-stream';
import { toEngineError } from '../classify.ts';
import { EngineError } from '../errors.ts';
import { fileError } from './fileError.ts';

/** What came out of an archive. */
export interface Extracted {
  /** Files, links and folders. */
  readonly entries: number;
  /** Bytes of files. */
  readonly bytes: number;
  /** Members that this system has no like of: devices, pipes, and links where they may not be made. */
  readonly skipped: readonly string[];
}

/**
 * Writes an archive's members into a folder that is there, and never outside of it: no name may climb, and no link, be it
 * of the archive or there before, is followed. Files that are there are replaced. Permissions and times are kept, owners
 * and the bits that change them are not.
 */
export async function extractInto(
  archive: Readable,
  folder: string,
  {
    signal,
    onBytes,
  }: { readonly signal: AbortSignal; readonly onBytes?: ((bytes: number) => void) | undefined },
): Promise<Extracted> {
  const root = await realpath(folder).catch((error: unknown) => {
    archive.destroy();
    throw toEngineError(fileError(error, folder));
  });
  const skipped: string[] = [];
  const result = { entries: 0, bytes: 0, skipped };
  /** Their permissions come last: one that is not writable must be filled before. */
  const made: { readonly path: string; readonly header: ReadHeader }[] = [];
  const members = extract();
  members.on('entry', (header, content, next) => {
    place(header, content).then(
      () => {
        content.resume();
        next();
      },
      (error: unknown) => members.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });

  async function place(header: ReadHeader, content: Readable): Promise<void> {
    const parts = partsOf(header.name);
    const name = parts.at(-1);
    if (name === undefined) return;
    const path = join(root, ...parts);
    try {
      await makeFolders(root, parts.slice(0, -1));
      if (header.type === 'directory') {
        if (await makeFolders(root, parts)) made.push({ path, header });
      } else if (header.type === 'file' || header.type === 'contiguous-file') {
        await writeFile(path, header, content);
      } else if (header.type === 'symlink' || header.type === 'link') {
        if (!(await makeLink(path, header))) return void skipped.push(header.name);
      } else {
        return void skipped.push(header.name);
      }
    } catch (error) {
      throw fileError(error, path);
    }
    result.entries += 1;
  }

  async function writeFile(path: string, header: ReadHeader, content: Readable): Promise<void> {
    // Beside it and then in its place: a link that is there is replaced, not followed.
    const part = `${path}.part`;
    await rm(part, { force: true });
    content.on('data', (chunk: Buffer) => {
      result.bytes += chunk.length;
      onBytes?.(result.bytes);
    });
    try {
      await pipeline(content, createWriteStream(part, { flags: 'wx' }));
      await chmod(part, header.mode & 0o777);
      await utimes(part, header.mtime, header.mtime);
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async function makeLink(path: string, { type, linkname = '' }: ReadHeader): Promise<boolean> {
    const there = await lstat(path).catch(() => undefined);
    if (there !== undefined && !there.isDirectory()) await rm(path);
    if (type === 'link') {
      const parts = partsOf(linkname);
      await makeFolders(root, parts.slice(0, -1));
      const target = join(root, ...parts);
      if (!(await lstat(target)).isFile()) return false;
      await link(target, path).catch(() => copyFile(target, path));
      return true;
    }
    return await symlink(linkname, path).then(
      () => true,
      (error: unknown) => {
        const forbidden = error instanceof Error && 'code' in error && error.code === 'EPERM';
        if (forbidden && process.platform === 'win32') return false;
        throw error;
      },
    );
  }

  try {
    await pipeline(archive, members, { signal });
    for (const { path, header } of made.reverse()) {
      await chmod(path, header.mode & 0o777);
      await utimes(path, header.mtime, header.mtime);
    }
  } catch (error) {
    throw toEngineError(error);
  }
  return result;
}

/** A member's name in its parts; throws for one that leads elsewhere, or that this system would read as another. */
function partsOf(name: string): readonly string[] {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  const foreign = process.platform === 'win32' && /[\\:]/.test(name);
  if (name.startsWith('/') || parts.includes('..') || foreign) {
    throw new EngineError(
      'refused',
      t('The archive has a member “{0}”, which would be written outside of the folder.', name),
    );
  }
  return parts;
}

/** Makes folders where they are missing; true where the last one was. Throws where one is something else, a link too. */
async function makeFolders(root: string, parts: readonly string[]): Promise<boolean> {
  let path = root;
  let made = false;
  for (const part of parts) {
    path = join(path, part);
    const there = await lstat(path).catch(() => undefined);
    made = there === undefined;
    if (there === undefined) await mkdir(path);
    else if (!there.isDirectory()) {
      throw new EngineError('refused', t('{0} is not a folder: nothing is written through it.', path));
    }
  }
  return made;
}
