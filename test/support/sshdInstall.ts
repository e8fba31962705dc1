import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ownSuite, unpackOwn } from './debianPackages.ts';
import { installInLab } from './installInLab.ts';
import { labFolder } from './lab.ts';

/** An SSH server that can be started. */
export interface SshdProgram {
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  /** Lines of its configuration that lead to its other parts, where those lie beside it. */
  readonly config: readonly string[];
}

const packageName = 'openssh-server';
const folderName = `sshd-${ownSuite ?? 'debian'}`;

/** The machine's own SSH server or the one in `.lab/`; undefined where there is none. */
export function findSshd(): SshdProgram | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const own = folders.map((folder) => join(folder, 'sshd')).find((file) => existsSync(file));
  if (own !== undefined) return { file: own, env: process.env, config: [] };
  const unpacked = programIn(join(labFolder, folderName));
  return existsSync(unpacked.file) ? unpacked : undefined;
}

/**
 * Unpacks Debian's SSH server into `.lab/` where the machine has none: installed, it would be a service that starts with
 * the machine.
 */
export async function installSshd(say: (line: string) => void): Promise<void> {
  if (findSshd() !== undefined) return;
  await installInLab(folderName, async (folder) => {
    say(`Unpacking ${packageName} (once)…`);
    await unpackOwn([packageName], folder);
    const { file, env } = programIn(folder);
    const usage = spawnSync(file, ['-?'], { env, encoding: 'utf8' });
    if (!usage.stderr?.includes('usage:')) throw new Error(`${file} does not start: ${usage.stderr}`);
  });
}

function programIn(folder: string): SshdProgram {
  const libraries = globSync('{usr/,}lib/*-linux-*', { cwd: folder }).map((name) => join(folder, name));
  const helpers = join(folder, 'usr/lib/openssh');
  // OpenSSH 9.8 and 10.0 have moved parts of the server into programs of their own.
  const parts = { SshdSessionPath: 'sshd-session', SshdAuthPath: 'sshd-auth' };
  return {
    file: join(folder, 'usr/sbin/sshd'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
    config: Object.entries(parts)
      .map(([option, name]) => [option, join(helpers, name)] as const)
      .filter(([, file]) => existsSync(file))
      .map((words) => words.join(' ')),
  };
}
