import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { defaultSocket, worldFolder } from './inWorld.ts';
import { whenGone } from './processes.ts';
import { whenEngineAnswers } from './whenEngineAnswers.ts';

/** Kills the world's own engine as a crash does; its containers run on. `restart` starts it again as it was. */
export async function killEngine(): Promise<{ restart(): Promise<void> }> {
  const pid = Number(readFileSync('/var/run/docker.pid', 'utf8'));
  const list = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8').split('\0').slice(0, -1);
  const [file = 'dockerd', ...args] = list('cmdline');
  const env = Object.fromEntries(
    list('environ').map((entry) => {
      const at = entry.indexOf('=');
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
  );
  process.kill(pid, 'SIGKILL');
  await whenGone(pid);
  return {
    async restart() {
      const log = `${worldFolder}/dockerd.log`;
      const output = openSync(log, 'a');
      const engine = spawn(file, args, { stdio: ['ignore', output, output], env, detached: true });
      engine.unref();
      await whenEngineAnswers(defaultSocket, engine, log);
    },
  };
}
