import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from '../test/support/chromium.ts';

/** Something that Gantry's development needs of the machine, and the Debian package that has it. */
export interface Prerequisite {
  /** For a person: "Docker's engine". */
  readonly name: string;
  readonly package: string;
  present(): boolean;
}

/** What a world is made of. */
export const engineParts: readonly Prerequisite[] = [
  command('Docker (dockerd)', 'docker.io', 'dockerd'),
  command('tini', 'tini', 'tini'),
  command('iptables', 'iptables', 'iptables'),
  command('ip', 'iproute2', 'ip'),
  command('hostname', 'hostname', 'hostname'),
  command('unshare and setpriv', 'util-linux', 'setpriv'),
  command('ssh', 'openssh-client', 'ssh'),
  { name: 'a static busybox', package: 'busybox-static', present: staticBusybox },
  {
    name: "AppArmor's parser",
    package: 'apparmor',
    present: () => !appArmorIsOn() || onPath('apparmor_parser'),
  },
];

export const browserParts: readonly Prerequisite[] = [
  { name: 'Chromium', package: 'chromium', present: () => findChromium() !== undefined },
];

/** Debian or a child of it, as root: what is missing can be installed. */
export function canInstall(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    onPath('apt-get')
  );
}

/** Installs what is missing of `parts` where that is possible; returns what is missing after that. */
export async function provide(parts: readonly Prerequisite[]): Promise<readonly Prerequisite[]> {
  const missing = parts.filter((part) => !part.present());
  if (missing.length === 0 || !canInstall()) return missing;
  const packages = missing.map((part) => part.package);
  console.log(`Installing ${packages.join(', ')} (apt-get)…`);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  await withoutServices(async () => {
    // Package lists may be absent or older than the archive; fetched only then.
    if (
      (await aptGet(install, 'ignore')) ||
      ((await aptGet(['update'], 'inherit')) && (await aptGet(install, 'inherit')))
    )
      return;
    console.error(`apt-get could not install ${packages.join(', ')}: see above.`);
  });
  return parts.filter((part) => !part.present());
}

export function onPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function command(name: string, pack: string, file: string): Prerequisite {
  return { name, package: pack, present: () => onPath(file) };
}

function staticBusybox(): boolean {
  if (!existsSync('/bin/busybox')) return false;
  // A static program has no interpreter: field 3, PT_INTERP, in none of its program headers.
  const elf = readFileSync('/bin/busybox');
  const [start, size, count] = [Number(elf.readBigUInt64LE(32)), elf.readUInt16LE(54), elf.readUInt16LE(56)];
  return !Array.from({ length: count }, (_, index) => elf.readUInt32LE(start + index * size)).includes(3);
}

function appArmorIsOn(): boolean {
  try {
    return readFileSync('/sys/module/apparmor/parameters/enabled', 'utf8').startsWith('Y');
  } catch {
    return false;
  }
}

async function aptGet(args: readonly string[], output: 'ignore' | 'inherit'): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn('apt-get', ['-qq', ...args], {
    stdio: ['ignore', output === 'ignore' ? 'ignore' : 2, output],
    env,
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

/** Debian starts a service that it installs; nothing shall run afterwards that did not before. */
async function withoutServices(work: () => Promise<void>): Promise<void> {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const remove = () => rmSync(policy, { force: true });
  process.once('exit', remove);
  try {
    await work();
  } finally {
    remove();
    process.off('exit', remove);
  }
}
