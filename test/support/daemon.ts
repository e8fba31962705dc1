import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Daemon, runDaemon } from './daemonProcess.ts';
import { engineEnvironment } from './engineInstall.ts';
import { worldCgroup, worldFolder } from './inWorld.ts';

export type { Daemon } from './daemonProcess.ts';

/**
 * Starts a Docker engine with its own data, socket and bridge; resolves when it answers. `args` are further arguments of
 * dockerd; `suite` says whose it is, the machine's own unless given.
 */
export async function startDaemon(
  options: { readonly args?: readonly string[]; readonly suite?: 'trixie' | 'sid' } = {},
): Promise<Daemon> {
  const folder = daemonFolder();
  const name = basename(folder);
  const socketPath = `${folder}/docker.sock`;
  writeFileSync(`${folder}/daemon.json`, '{}');
  // Own bridge, and hands off the firewall: that is the first engine's.
  execFileSync('ip', ['link', 'add', name, 'type', 'bridge']);
  execFileSync('ip', ['addr', 'add', `${subnetOf(name)}/24`, 'dev', name]);
  execFileSync('ip', ['link', 'set', name, 'up']);
  const args = [
    ...['--config-file', `${folder}/daemon.json`, '--data-root', `${folder}/data`],
    ...['--exec-root', `${folder}/exec`, '--pidfile', `${folder}/docker.pid`],
    ...['--host', `unix://${socketPath}`, '--bridge', name],
    ...['--iptables=false', '--ip6tables=false', '--ip-forward=false', '--ip-masq=false'],
    ...['--cgroup-parent', `/${worldCgroup}/${name}`, '--exec-opt', 'native.cgroupdriver=cgroupfs'],
    ...(options.args ?? []),
  ];
  const env = options.suite === undefined ? process.env : engineEnvironment(options.suite);
  return await runDaemon({ command: ['dockerd', ...args], env, socketPath, log: `${folder}/dockerd.log` });
}

/** A new folder for a further engine in the world. */
export function daemonFolder(): string {
  if (worldCgroup === undefined)
    throw new Error('Further engines are started in a world: node test/support/world.ts -- COMMAND');
  const home = `${worldFolder}/daemons`;
  mkdirSync(home, { recursive: true });
  return mkdtempSync(`${home}/d`);
}

/** A network for each name: mkdtemp's six letters make a clash as good as impossible within one world. */
function subnetOf(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 65_000;
  return `10.${100 + (Math.floor(hash / 256) % 100)}.${hash % 256}.1`;
}
