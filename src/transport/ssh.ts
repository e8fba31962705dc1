import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { TransportError } from './transportError.ts';

/** A socket on this machine that leads to the engine's socket on another one, for as long as it is not disposed. */
export interface SshForward extends AsyncDisposable {
  readonly path: string;
  /** False once ssh has ended. */
  readonly alive: boolean;
}

/** The engine's socket on the other machine. */
const remoteSocket = '/var/run/docker.sock';

/**
 * Forwards a socket by the user's own ssh, so that their config, agent, jump hosts and known hosts count: one process
 * whatever the number of connections. It never asks: an unknown host key or a missing key fails with ssh's own words.
 */
export async function openSshForward(destination: string, signal: AbortSignal): Promise<SshForward> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-ssh-'));
  const path = join(folder, 'docker.sock');
  const child = spawn('ssh', sshArguments(destination, path), {
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  const words = collect(child);
  const forward: SshForward = {
    path,
    get alive() {
      return !hasEnded(child);
    },
    async [Symbol.asyncDispose]() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await established(child, path, words, signal);
    return forward;
  } catch (error) {
    await forward[Symbol.asyncDispose]();
    throw error;
  }
}

function sshArguments(destination: string, path: string): string[] {
  const options = {
    BatchMode: 'yes',
    ConnectTimeout: '15',
    ExitOnForwardFailure: 'yes',
    ServerAliveInterval: '15',
    ServerAliveCountMax: '3',
    StreamLocalBindMask: '0177',
    // One of the user's own multiplexing would outlive this child.
    ControlMaster: 'no',
    ControlPath: 'none',
  };
  return [
    '-nNT',
    ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
    '-L',
    `${path}:${remoteSocket}`,
    '--',
    `ssh://${destination}`,
  ];
}

/** ssh's last words, of which only so much is kept. */
function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-4000);
  });
  return () => text.trim();
}

/** The local socket is made only after the other machine has let us in; nothing else says so. */
async function established(
  child: ChildProcess,
  path: string,
  words: () => string,
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController();
  const exit = new Promise<never>((_, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const missing = cause.code === 'ENOENT';
      const message = missing
        ? 'ssh is not installed, or not on the PATH. An ssh:// address needs it.'
        : cause.message;
      reject(new TransportError('unreachable', message, { cause }));
    });
    child.once('close', () =>
      reject(new TransportError('unreachable', words() || 'ssh ended without a word.')),
    );
  });
  try {
    await Promise.race([exit, untilListening(path, AbortSignal.any([signal, ended.signal]))]);
  } finally {
    ended.abort();
    exit.catch(() => undefined);
  }
}

async function untilListening(path: string, signal: AbortSignal): Promise<void> {
  while (!(await listens(path))) await delay(20, undefined, { signal });
}

async function listens(path: string): Promise<boolean> {
  const socket = connect({ path });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 2000);
  await closed;
  clearTimeout(forced);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}
