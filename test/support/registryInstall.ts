import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ownSuite, unpackOwn } from './debianPackages.ts';
import { installInLab } from './installInLab.ts';
import { labFolder } from './lab.ts';

const packageName = 'docker-registry';
const folderName = `registry-${ownSuite ?? 'debian'}`;

/** The machine's own registry server or the one in `.lab/`; undefined where there is none. */
export function findRegistry(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...folders, join(labFolder, folderName, 'usr/bin')];
  return candidates.map((folder) => join(folder, packageName)).find((file) => existsSync(file));
}

/** Unpacks Debian's registry server into `.lab/` where the machine has none: installed, it would be a service. */
export async function installRegistry(say: (line: string) => void): Promise<void> {
  if (findRegistry() !== undefined) return;
  await installInLab(folderName, async (folder) => {
    say(`Unpacking ${packageName} (once)…`);
    await unpackOwn([packageName], folder);
  });
}
