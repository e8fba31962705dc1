import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { worldCgroup, worldFolder } from './inWorld.ts';
import { whenEngineAnswers } from './whenEngineAnswers.ts';

/** A further engine in the world, which can be made to go away and to come back. Disposing it stops it. */
export interface Daemon extends AsyncDisposable {
  readonly socketPath: string;
  /** As a DOCKER_HOST says it. */
  readonly host: string;
  /** Orderly: SIGTERM, and away when its containers have stopped. */
  stop(): Promise<void>;
  /** As a crash does: SIGKILL; containers run on until it is back. */
  kill(): Promise<void>;
  /** Up again with the same data, whatever state it was in. */
  restart(): Promise<void>;
  /** What it has written so far. */
  log(): string;
}

/** Starts it with its own data, socket and bridge; resolves when it answers. `args` are further arguments of dockerd. */
export async function startDaemon(options: { readonly args?: readonly string[] } = {}): Promise<Daemon> {
  if (worldCgroup === undefined)
    throw new Error('Further engines are started in a world: node test/support/world.ts -- COMMAND');
  const home = `${worldFolder}/daemons`;
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(`${home}/d`);
  const name = basename(folder);
  const socketPath = `${folder}/docker.sock`;
  const log = `${folder}/dockerd.log`;
  writeFileSync(`${folder}/daemon.json`, '{}');
  // Own bridge, and hands off the firewall: that is the first engine's.
  execFileSync('ip', ['link', 'add', name, 'type', 'bridge']);
  execFileSync('ip', ['addr', 'add', `${subnetOf(name)}/24`, 'dev', name]);
  execFileSync('ip', ['link', 'set', name, 'up']);
  const args = [
    ...[
      '--config-file',
      `${folder}/daemon.json`,
      '--data-root',
      `${folder}/data`,
      '--exec-root',
      `${folder}/exec`,
    ],
    ...['--pidfile', `${folder}/docker.pid`, '--host', `unix://${socketPath}`, '--bridge', name],
    ...['--iptables=false', '--ip6tables=false', '--ip-forward=false', '--ip-masq=false'],
    ...['--cgroup-parent', `/${worldCgroup}/${name}`, '--exec-opt', 'native.cgroupdriver=cgroupfs'],
    ...(options.args ?? []),
  ];

  let process: ChildProcess | undefined;
  async function start(): Promise<void> {
    const output = openSync(log, 'a');
    process = spawn('dockerd', args, { stdio: ['ignore', output, output], detached: true });
    process.unref();
    await whenEngineAnswers(socketPath, process, log);
  }
  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ending = process;
    process = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, 'exit');
    ending.ref();
    ending.kill(signal);
    await ended;
  }
  const stop = () => end('SIGTERM');

  await start();
  return {
    socketPath,
    host: `unix://${socketPath}`,
    stop,
    kill: () => end('SIGKILL'),
    async restart() {
      await stop();
      await start();
    },
    log: () => readFileSync(log, 'utf8'),
    [Symbol.asyncDispose]: stop,
  };
}

/** A network for each name: mkdtemp's six letters make a clash as good as impossible within one world. */
function subnetOf(name: string): string {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.charCodeAt(0)) % 65_000;
  return `10.${100 + (Math.floor(hash / 256) % 100)}.${hash % 256}.1`;
}
