import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { t } from '@vscode/l10n';
import { type EntryHeader, type Pack, pack } from 'tar-stream';
import { EngineError } from '../errors.ts';
import { fileError } from './fileError.ts';

/** Files on their way into an archive. */
export interface PackedPaths {
  readonly stream: Readable;
  /** Files, links and folders so far, bytes of files so far, and paths that are neither, such as sockets. */
  readonly sent: { readonly entries: number; readonly bytes: number; readonly skipped: readonly string[] };
}

/**
 * Packs files and folders, each under its own name, with modes, times and links as they are; all belongs to root, as
 * `docker cp` has it. `into`: folders around them that are made first, `/` between. What goes wrong is the stream's error.
 */
export function packPaths(
  paths: readonly string[],
  options: { readonly into?: string; readonly onBytes?: ((bytes: number) => void) | undefined } = {},
): PackedPaths {
  // Begun when it is read: what goes wrong before would be heard by nobody.
  const stream = Readable.from(chunks(), { objectMode: false });
  const skipped: string[] = [];
  const sent = { entries: 0, bytes: 0, skipped };
  const folders = (options.into ?? '').split('/').filter((part) => part !== '');

  async function* chunks(): AsyncGenerator<Buffer, void> {
    const archive = pack();
    fill(archive).catch((error: unknown) => archive.destroy(asError(error)));
    yield* archive;
  }

  async function fill(archive: Pack): Promise<void> {
    for (const [index] of folders.entries()) {
      await whole(archive, {
        ...root,
        name: `${folders.slice(0, index + 1).join('/')}/`,
        type: 'directory',
        mode: 0o755,
        mtime: new Date(),
      });
    }
    for (const path of paths) await add(archive, path, [...folders, basename(path)].join('/'));
    archive.finalize();
  }

  async function add(archive: Pack, path: string, name: string): Promise<void> {
    if (archive.destroyed) return;
    const stats = await lstat(path).catch((error: unknown) => {
      throw fileError(error, path);
    });
    const common = { ...root, mode: modeOf(stats.mode), mtime: stats.mtime };
    if (stats.isDirectory()) {
      await whole(archive, { ...common, name: `${name}/`, type: 'directory' });
      const children = await readdir(path).catch((error: unknown) => {
        throw fileError(error, path);
      });
      for (const child of children.sort()) await add(archive, join(path, child), `${name}/${child}`);
    } else if (stats.isSymbolicLink()) {
      await whole(archive, { ...common, name, type: 'symlink', linkname: await readlink(path) });
    } else if (stats.isFile()) {
      await file(archive, path, { ...common, name, type: 'file', size: stats.size }, stats);
    } else {
      skipped.push(path);
      return;
    }
    sent.entries += 1;
  }

  function whole(archive: Pack, header: EntryHeader): Promise<void> {
    return new Promise((resolve, reject) => {
      archive.entry({ ...header, size: 0 }, Buffer.alloc(0), (error) => (error ? reject(error) : resolve()));
    });
  }

  async function file(archive: Pack, path: string, header: EntryHeader, { size }: Stats): Promise<void> {
    if (size === 0) return await whole(archive, header);
    // No more than the header says, also where the file grows meanwhile.
    const source = createReadStream(path, { end: size - 1 });
    source.on('data', (chunk) => {
      sent.bytes += chunk.length;
      options.onBytes?.(sent.bytes);
    });
    await pipeline(source, archive.entry(header)).catch((error: unknown) => {
      const shrunk = error instanceof Error && error.message === 'size mismatch';
      throw shrunk
        ? new EngineError('refused', t('{0} changed while it was copied.', path), { cause: error })
        : fileError(error, path);
    });
  }

  return { stream, sent };
}

const root = { uid: 0, gid: 0, uname: '', gname: '' } as const;

/** Windows has no such bits; the CLI makes everything executable there. */
function modeOf(mode: number): number {
  return process.platform === 'win32' ? (mode & 0o777) | 0o111 : mode & 0o7777;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
