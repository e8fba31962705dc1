import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a pattern leads to now. */
export interface ExpandedPath {
  /** Those that are there. */
  readonly found: readonly string[];
  /** Folders that are there, each with the name in it that leads further on the way; `*` for any. */
  readonly folders: readonly { readonly folder: string; readonly name: string }[];
}

/** Looks where an absolute path leads, in which a `*` stands for any one name that does not begin with a dot. */
export function expandPath(pattern: string): ExpandedPath {
  const found: string[] = [];
  const folders: { folder: string; name: string }[] = [];
  function walk(folder: string, [name, ...rest]: readonly string[]): void {
    if (name === undefined) {
      found.push(folder);
      return;
    }
    folders.push({ folder, name });
    const names = name === '*' ? namesIn(folder) : [name];
    for (const each of names) if (existsSync(join(folder, each))) walk(join(folder, each), rest);
  }
  const { folder, rest } = nearest(pattern);
  walk(folder, rest);
  return { found, folders };
}

/** The nearest folder that is there, and what is to follow in it. */
function nearest(pattern: string): { readonly folder: string; readonly rest: readonly string[] } {
  const rest: string[] = [];
  let folder = pattern;
  do {
    rest.unshift(basename(folder));
    folder = dirname(folder);
  } while ((folder.includes('*') || !existsSync(folder)) && dirname(folder) !== folder);
  return { folder, rest };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
