import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { inNamespaces } from './namespaces.ts';
import { childrenOf, startTime, whenGone } from './processes.ts';
import { cgroupPrefix, removeCgroup, sweepDeadCgroups, thawCgroup } from './worldCgroups.ts';

/**
 * Runs a command in a private world: own mounts, network without a way out, processes, host name, home and temporary
 * folder, and a Docker engine of its own on the default socket. Resolves to the command's exit code once nothing of the
 * world is left; a signal to this process ends the world first. Needs Linux, root, tini and dockerd.
 */
export async function runInWorld(
  command: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv } = {},
): Promise<number> {
  await sweepDeadCgroups();
  const random = Math.random().toString(36).slice(2, 8);
  const cgroup = `${cgroupPrefix}${process.pid}-${startTime(process.pid)}-${random}`;
  const inside = fileURLToPath(new URL('worldInside.ts', import.meta.url));
  const [file, args] = inNamespaces([process.execPath, inside, cgroup, ...command], ['net', 'uts']);
  const world = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...options.env } });
  let first: number | undefined;
  let ending: NodeJS.Signals | undefined;
  const end = (signal: NodeJS.Signals) => {
    ending ??= signal;
    if (world.pid !== undefined) [first] = childrenOf(world.pid);
    world.kill('SIGKILL');
    thawCgroup(cgroup);
  };
  for (const signal of endings) process.on(signal, end);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      world.once('error', reject);
      world.once('exit', (exitCode, signal) =>
        resolve(exitCode ?? 128 + constants.signals[signal ?? 'SIGKILL']),
      );
    });
    // The namespace's first process is the last to go.
    if (first !== undefined) await whenGone(first);
    return ending === undefined ? code : 128 + constants.signals[ending];
  } finally {
    for (const signal of endings) process.off(signal, end);
    await removeCgroup(cgroup);
  }
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

if (import.meta.main) {
  const command = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
  if (command.length === 0) {
    console.error('Usage: node test/support/world.ts -- COMMAND [ARGUMENT…]');
    process.exitCode = 2;
  } else {
    process.exitCode = await runInWorld(command);
  }
}
