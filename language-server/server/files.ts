import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unlessAborted } from './patience.ts';

/** More names than these no list of suggestions shows. */
const limit = 1000;

/** Milliseconds that a folder may take, as one on a network that has gone. */
const patience = 500;

/**
 * The names in the folder that `path` names relative to the folder of the document `uri`; folders end in `/`. Empty for
 * a document that is no file, and where the folder can't be read. A path that leaves the document's drive is not
 * followed: on Windows it could name another machine, and reading there would hand it the person's credentials.
 */
export function list(uri: string, path: string, signal: AbortSignal): Promise<readonly string[]> {
  const folder = folderOf(uri, path);
  if (folder === undefined) return Promise.resolve([]);
  return unlessAborted(namesIn(folder), AbortSignal.any([signal, AbortSignal.timeout(patience)]), []);
}

function folderOf(uri: string, path: string): string | undefined {
  try {
    const own = dirname(fileURLToPath(uri));
    const folder = resolve(own, path);
    return parse(folder).root.toLowerCase() === parse(own).root.toLowerCase() ? folder : undefined;
  } catch {
    // Not every URI is a file's, and one with a host, or with an escaped slash, is no path here.
    return undefined;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: Promise<string>[] = [];
  for await (const entry of await opendir(folder)) {
    names.push(nameOf(folder, entry));
    if (names.length === limit) break;
  }
  return (await Promise.all(names)).sort();
}

async function nameOf(folder: string, entry: Dirent): Promise<string> {
  const isFolder = entry.isSymbolicLink()
    ? await leadsToFolder(join(folder, entry.name))
    : entry.isDirectory();
  return isFolder ? `${entry.name}/` : entry.name;
}

async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch {
    return false;
  }
}
