import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/**
 * Calls back when the file appears or changes, also where its folder is not there yet. It may call back too often, and
 * not at all where the system can't watch: whoever uses it tries again by itself as well.
 */
export function watchPath(path: string, onChange: () => void): Disposable {
  let watcher: FSWatcher | undefined;
  let disposed = false;

  function arm(): void {
    watcher?.close();
    if (disposed) return;
    const { folder, entry } = nearest(path);
    try {
      watcher = watch(folder, { persistent: false }, (_event, name) => {
        if (name !== null && name !== entry) return;
        // A folder on the way has come or gone.
        if (folder !== dirname(path) || !existsSync(folder)) arm();
        if (existsSync(path)) onChange();
      });
      watcher.on('error', () => watcher?.close());
    } catch {
      watcher = undefined;
    }
  }

  arm();
  return {
    [Symbol.dispose]() {
      disposed = true;
      watcher?.close();
    },
  };
}

/** The nearest folder that is there, and what is to appear in it on the way to the file. */
function nearest(path: string): { folder: string; entry: string } {
  let entry = path;
  let folder = dirname(path);
  while (!existsSync(folder) && dirname(folder) !== folder) {
    entry = folder;
    folder = dirname(folder);
  }
  return { folder, entry: basename(entry) };
}
