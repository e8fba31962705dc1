import type { Stats } from 'node:fs';
import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ignore, IgnoreMatch } from './ignore.ts';

/** An entry of a build context. */
export interface ContextFile {
  /** From the context's root, with slashes. */
  readonly path: string;
  readonly source: string;
  readonly type: 'file' | 'directory' | 'symlink';
  readonly stats: Stats;
  /** Of a symbolic link, as it is: not followed. */
  readonly target?: string;
}

export interface Walk {
  readonly ignore: Ignore;
  /** Paths that are sent whatever the rules say. */
  readonly always: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

/**
 * The files of a context that are sent, folders before what is in them. An ignored folder is sent only where an exception
 * brings back something in it. Sockets, pipes and devices are left out.
 */
export async function* contextFiles(root: string, walk: Walk): AsyncGenerator<ContextFile, void> {
  yield* folderFiles({ root, folder: '', held: [] }, walk);
}

interface Place {
  readonly root: string;
  readonly folder: string;
  readonly match?: IgnoreMatch;
  /** Ignored folders around it that have not been sent; emptied when they are. */
  readonly held: ContextFile[];
}

async function* folderFiles(place: Place, walk: Walk): AsyncGenerator<ContextFile, void> {
  const { root, folder, held } = place;
  const names = await readdir(join(root, folder));
  for (const name of names.sort()) {
    walk.signal.throwIfAborted();
    const path = folder === '' ? name : `${folder}/${name}`;
    const match = walk.ignore.match(path, place.match);
    const always = walk.always.has(path);
    const file = await describe(join(root, path), path);
    if (file === undefined) continue;
    const sent = !match.ignored || always;
    if (sent) {
      yield* held.splice(0);
      yield file;
    }
    if (file.type !== 'directory') continue;
    if (match.ignored && !walk.ignore.mayKeepWithin(path) && !holds(walk.always, path)) continue;
    const inner = sent ? [] : [...held, file];
    const before = inner.length;
    yield* folderFiles({ root, folder: path, match, held: inner }, walk);
    if (inner.length < before) held.length = 0;
  }
}

function holds(paths: ReadonlySet<string>, folder: string): boolean {
  return [...paths].some((path) => path.startsWith(`${folder}/`));
}

async function describe(source: string, path: string): Promise<ContextFile | undefined> {
  const stats = await lstat(source).catch((error: NodeJS.ErrnoException) => {
    // It has gone since its folder was read.
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (stats?.isDirectory()) return { path, source, stats, type: 'directory' };
  if (stats?.isFile()) return { path, source, stats, type: 'file' };
  if (stats?.isSymbolicLink())
    return { path, source, stats, type: 'symlink', target: await readlink(source) };
  return undefined;
}
