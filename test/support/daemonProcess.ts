import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
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

/** Starts an engine; resolves when it answers. */
export async function runDaemon(options: {
  readonly command: readonly [file: string, ...args: readonly string[]];
  readonly env: NodeJS.ProcessEnv;
  readonly socketPath: string;
  /** The file that takes what it writes. */
  readonly log: string;
}): Promise<Daemon> {
  const { command, env, socketPath, log } = options;
  const [file, ...args] = command;
  let process: ChildProcess | undefined;
  async function start(): Promise<void> {
    const output = openSync(log, 'a');
    process = spawn(file, args, { stdio: ['ignore', output, output], env, detached: true });
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
