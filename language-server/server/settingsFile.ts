import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unlessAborted } from './patience.ts';

/** Milliseconds that all folders together may take, as those on a network that has gone. */
const patience = 500;

/**
 * The text of the first of the files called `names` that is in the folder of the document `uri`, or else in the nearest
 * folder above it. Nothing where there is none, for a document that is no file, and where reading takes too long.
 */
export function nearestSettings(uri: string, names: readonly string[]): Promise<string | undefined> {
  return unlessAborted(search(uri, names), AbortSignal.timeout(patience), undefined);
}

async function search(uri: string, names: readonly string[]): Promise<string | undefined> {
  let folder = dirname(fileURLToPath(uri));
  for (;;) {
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      if (text !== undefined) return text;
    }
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}
