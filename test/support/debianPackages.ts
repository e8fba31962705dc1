import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The machine's own suite of Debian: "bookworm". Undefined on another system. */
export const ownSuite: string | undefined = osRelease('VERSION_CODENAME');

/** Unpacks packages of the machine's own suite, and what they need that is not installed, into a folder; installs nothing. */
export async function unpackOwn(packages: readonly string[], folder: string): Promise<void> {
  const download = () => downloadOwn(packages, folder);
  try {
    await download();
  } catch {
    // Package lists may be absent or older than the archive.
    await run('apt-get', ['-qq', 'update']);
    await download();
  }
  await unpack(folder);
}

/** Unpacks packages of any suite of Debian, without what they need, into a folder. The machine's APT learns nothing of it. */
export async function unpackFrom(suite: string, packages: readonly string[], folder: string): Promise<void> {
  const apt = await mkdtemp(join(tmpdir(), 'gantry-apt-'));
  try {
    for (const name of ['lists/partial', 'cache/archives/partial'])
      await mkdir(join(apt, name), { recursive: true });
    const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
    await writeFile(
      join(apt, 'sources.list'),
      `deb [signed-by=${keyring}] ${await mirror()} ${suite} main\n`,
    );
    const nothing = ['sourceparts', 'preferences', 'preferencesparts'].map((name) => `Dir::Etc::${name}`);
    const settings = {
      'Dir::Etc::sourcelist': join(apt, 'sources.list'),
      'Dir::State::lists': join(apt, 'lists'),
      'Dir::Cache': join(apt, 'cache'),
      'Acquire::Languages': 'none',
      'APT::Sandbox::User': 'root',
      ...Object.fromEntries([...nothing, 'Dir::State::status'].map((name) => [name, '/dev/null'])),
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} "${value}";\n`);
    await writeFile(join(apt, 'apt.conf'), lines.join(''));
    const env = { ...process.env, APT_CONFIG: join(apt, 'apt.conf') };
    await run('apt-get', ['-qq', 'update'], { env });
    await run('apt-get', ['-qq', 'download', ...packages], { env, cwd: folder });
    await unpack(folder);
  } finally {
    await rm(apt, { recursive: true, force: true });
  }
}

async function downloadOwn(packages: readonly string[], folder: string): Promise<void> {
  const release = ownSuite === undefined ? [] : ['-t', ownSuite];
  const simulate = ['-s', 'install', '--no-install-recommends'];
  const simulated = await run('apt-get', [...simulate, ...release, ...packages]).catch(() =>
    run('apt-get', [...simulate, ...packages]),
  );
  // "Inst NAME (VERSION …": what would only be upgraded has its present version in between.
  const versions = [...simulated.stdout.matchAll(/^Inst (\S+) \((\S+) /gm)].map(
    ([, name, version]) => `${name}=${version}`,
  );
  await run('apt-get', ['-qq', '-o', 'APT::Sandbox::User=root', 'download', ...versions], { cwd: folder });
}

/** Where this machine gets its packages from. */
async function mirror(): Promise<string> {
  const { stdout } = await run('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI)',
    'Created-By: Packages',
  ]);
  const own = stdout.split('\n').find((uri) => /\/debian\/?$/.test(uri));
  return own ?? 'http://deb.debian.org/debian';
}

async function unpack(folder: string): Promise<void> {
  for (const name of globSync('*.deb', { cwd: folder })) {
    await run('dpkg-deb', ['-x', name, '.'], { cwd: folder });
    await rm(join(folder, name));
  }
}

function osRelease(name: string): string | undefined {
  try {
    return new RegExp(`^${name}="?(.*?)"?$`, 'm').exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
