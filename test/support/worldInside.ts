import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { defaultSocket, worldFolder } from './inWorld.ts';
import { whenEngineAnswers } from './whenEngineAnswers.ts';
import { thawCgroup } from './worldCgroups.ts';

/**
 * The world's side of `runInWorld`: arranges the namespaces that it was started in, starts the engine, runs the command.
 * Arguments: the control group's name, then the command.
 */
async function main(cgroup: string, file: string, args: readonly string[]): Promise<number> {
  run('hostname', 'world');
  run('ip', 'link', 'set', 'lo', 'up');
  // A fresh /run hides the machine's sockets, and all that lies in it is gone with the last process.
  run('mount', '-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', '/run');
  for (const folder of ['/run/lock', '/run/user', 'etc-docker', 'home', 'tmp']) {
    mkdirSync(folder.startsWith('/') ? folder : `${worldFolder}/${folder}`, { recursive: true });
  }
  // Old engines keep their identity in /etc/docker.
  mkdirSync('/etc/docker', { recursive: true });
  run('mount', '--bind', `${worldFolder}/etc-docker`, '/etc/docker');

  const log = `${worldFolder}/dockerd.log`;
  const output = openSync(log, 'a');
  const engine = spawn(
    'dockerd',
    [
      '--data-root',
      `${worldFolder}/docker`,
      '--cgroup-parent',
      `/${cgroup}`,
      '--exec-opt',
      'native.cgroupdriver=cgroupfs',
    ],
    { stdio: ['ignore', output, output], env: environment(cgroup), detached: true },
  );
  await whenEngineAnswers(defaultSocket, engine, log);

  const command = spawn(file, args, { stdio: 'inherit', env: environment(cgroup) });
  // Ctrl-C reaches the whole group; the command decides what it means.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => command.kill(name));
  return new Promise((resolve, reject) => {
    command.once('error', reject);
    command.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

function run(file: string, ...args: readonly string[]): void {
  execFileSync(file, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The caller's, without what would lead to its engines and its settings. */
function environment(cgroup: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(DOCKER_|COMPOSE_|BUILDX?_|BUILDKIT_|XDG_|DBUS_|SSH_)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: `${worldFolder}/home`,
    TMPDIR: `${worldFolder}/tmp`,
    GANTRY_WORLD: cgroup,
  };
}

const [cgroup, file, ...args] = process.argv.slice(2);
if (cgroup === undefined || file === undefined) throw new Error('Started by world.ts, not by hand.');
try {
  const code = await main(cgroup, file, args);
  thawCgroup(cgroup);
  // Ends the process at once: what the command has left running ends with the namespace.
  process.exit(code);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(125);
}
