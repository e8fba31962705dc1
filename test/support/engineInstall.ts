import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ownSuite, unpackFrom, unpackOwn } from './debianPackages.ts';
import { installInLab } from './installInLab.ts';
import { labFolder } from './lab.ts';

/** Engines beside the machine's own: those of Debian's newer suites, and Podman. */
export type FurtherEngine = 'trixie' | 'sid' | 'podman';

const furtherEngines: readonly FurtherEngine[] = ['trixie', 'sid', 'podman'];

/**
 * Unpacks them into `.lab/` where they are not there yet. The newer ones need no more of the machine than it has, but for
 * runc, which they have no need to bring: the machine's own serves all.
 */
export async function installEngines(say: (line: string) => void): Promise<void> {
  for (const engine of furtherEngines) {
    await installInLab(folderName(engine), async (folder) => {
      say(`Unpacking the engine of ${engine} (once)…`);
      if (engine === 'podman') await unpackOwn(['podman', 'netavark', 'aardvark-dns'], folder);
      else await unpackFrom(engine, ['docker.io', 'containerd'], folder);
    });
  }
}

/** Where it lies. Throws where it is not installed, with what to do. */
export function engineFolder(engine: FurtherEngine): string {
  const folder = join(labFolder, folderName(engine));
  if (existsSync(folder)) return folder;
  throw new Error(
    `The engine of ${engine} is not in ${folder}: \`npm test -- engine\` installs it, on Debian as root.`,
  );
}

/** The environment that finds its programs, and what they load, first. */
export function engineEnvironment(engine: FurtherEngine): NodeJS.ProcessEnv {
  const folder = engineFolder(engine);
  const path = [join(folder, 'usr/sbin'), join(folder, 'usr/bin'), process.env.PATH ?? ''];
  const libraries = globSync('usr/lib/*-linux-*', { cwd: folder }).map((name) => join(folder, name));
  return {
    ...process.env,
    PATH: path.join(delimiter),
    ...(engine === 'podman' ? { LD_LIBRARY_PATH: libraries.join(delimiter) } : {}),
  };
}

function folderName(engine: FurtherEngine): string {
  return engine === 'podman' ? `podman-${ownSuite ?? 'debian'}` : `engine-${engine}`;
}
