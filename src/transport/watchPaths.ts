import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename } from 'node:path';
import { expandPath } from './pathPattern.ts';

/** How long the system may go on telling before anyone is called, in milliseconds: a file is seldom changed once. */
const settling = 50;

/**
 * Calls back after what patterns of paths lead to has come, gone or changed, also where their folders are not there yet.
 * It may call back too often, and not at all where the system can't watch.
 */
export function watchPaths(patterns: readonly string[], onChange: () => void): Disposable {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;

  /** Until there is nothing more to watch: what came before its folder was watched was told by nobody. */
  function arm(): void {
    while (armOnce());
  }

  function armOnce(): boolean {
    let added = false;
    const wanted = foldersOf(patterns);
    for (const [folder, { watcher, inode }] of watched) {
      if (wanted.has(folder) && inodeOf(folder) === inode) continue;
      watcher.close();
      watched.delete(folder);
    }
    for (const [folder, names] of wanted) {
      const former = watched.get(folder);
      if (former !== undefined) former.names = names;
      else added = watchFolder(folder, names) || added;
    }
    return added;
  }

  function watchFolder(folder: string, names: ReadonlySet<string>): boolean {
    const inode = inodeOf(folder);
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        const { names: wanted } = watched.get(folder) ?? { names };
        // A folder that goes tells its own name.
        if (name === null || wanted.has('*') || wanted.has(name) || name === basename(folder)) soon();
      });
      watcher.on('error', () => watcher.close());
      watched.set(folder, { watcher, names, inode });
      return true;
    } catch {
      // It is gone again, may not be read, or there are too many watches.
      return false;
    }
  }

  function soon(): void {
    if (disposed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      arm();
      onChange();
    }, settling);
  }

  arm();
  return {
    [Symbol.dispose]() {
      disposed = true;
      clearTimeout(timer);
      for (const { watcher } of watched.values()) watcher.close();
    },
  };
}

interface Watched {
  readonly watcher: FSWatcher;
  names: ReadonlySet<string>;
  readonly inode: number | undefined;
}

/** The folders to be watched, each with the names that matter in it. */
function foldersOf(patterns: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const { folder, name } of patterns.flatMap((pattern) => expandPath(pattern).folders)) {
    const names = folders.get(folder) ?? new Set();
    folders.set(folder, names.add(name));
  }
  return folders;
}

/** A folder that was made anew is another one. */
function inodeOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.ino;
}
