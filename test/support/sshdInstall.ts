import { execFile, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { installInLab } from './installInLab.ts';
import { labFolder } from './lab.ts';

/** An SSH server that can be started. */
export interface SshdProgram {
  readonly file: string;
  readonly env: NodeJS.ProcessEnv;
  /** Lines of its configuration that lead to its other parts, where those lie beside it. */
  readonly config: readonly string[];
}

const run = promisify(execFile);
const packageName = 'openssh-server';
/** The machine's own suite of Debian, as its other packages suit it: "bookworm". */
const suite: string | undefined = osRelease('VERSION_CODENAME');
const folderName = `sshd-${suite ?? 'debian'}`;

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
    try {
      await download(folder);
    } catch {
      // Package lists may be absent or older than the archive.
      await run('apt-get', ['-qq', 'update']);
      await download(folder);
    }
    for (const name of globSync('*.deb', { cwd: folder })) {
      await run('dpkg-deb', ['-x', name, '.'], { cwd: folder });
      await rm(join(folder, name));
    }
    const { file, env } = programIn(folder);
    const usage = spawnSync(file, ['-?'], { env, encoding: 'utf8' });
    if (!usage.stderr?.includes('usage:')) throw new Error(`${file} does not start: ${usage.stderr}`);
  });
}

/** The package and what it needs that is not installed. */
async function download(folder: string): Promise<void> {
  const release = suite === undefined ? [] : ['-t', suite];
  const simulated = await run('apt-get', [
    ...['-s', 'install', '--no-install-recommends', ...release, packageName],
  ]).catch(() => run('apt-get', ['-s', 'install', '--no-install-recommends', packageName]));
  // "Inst NAME (VERSION …": what would only be upgraded has its present version in between.
  const packages = [...simulated.stdout.matchAll(/^Inst (\S+) \((\S+) /gm)].map(
    ([, name, version]) => `${name}=${version}`,
  );
  await run('apt-get', ['-qq', '-o', 'APT::Sandbox::User=root', 'download', ...packages], { cwd: folder });
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

function osRelease(name: string): string | undefined {
  try {
    return new RegExp(`^${name}="?(.*?)"?$`, 'm').exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
