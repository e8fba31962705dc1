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
  /**
   * False once ssh has ended. Rejects with a `TransportError` where ssh runs, but the engine's socket on the other machine
   * does not open.
   */
  usable(): Promise<boolean>;
}

/** The engine's socket on the other machine. */
const remoteSocket = '/var/run/docker.sock';

/** How long a silent engine is waited for, in milliseconds. */
const patience = 10_000;

/**
 * Forwards a socket by the user's own ssh, so that their config, agent, jump hosts and known hosts count: one process
 * whatever the number of connections. It never asks: an unknown host key or a missing key fails with ssh's own words.
 * Resolves once the engine's socket has been opened through it. `signal` ends whatever is being waited for.
 */
export async function openSshForward(destination: string, signal: AbortSignal): Promise<SshForward> {
  const folder = await mkdtemp(join(tmpdir(), 'gantry-ssh-'));
  const path = join(folder, 'docker.sock');
  const child = spawn('ssh', sshArguments(destination, path), {
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  const words = collect(child);

  async function probe(ended: AbortSignal): Promise<Outcome> {
    const outcome = await ping(path, ended);
    if (outcome === 'closed' && !hasEnded(child)) {
      const refusal = words()
        .split('\n')
        .findLast((line) => line.includes('open failed'));
      if (refusal !== undefined) throw refused(destination, refusal);
    }
    return outcome;
  }

  const forward: SshForward = {
    path,
    async usable() {
      if (hasEnded(child)) return false;
      const outcome = await probe(signal);
      // Closed without a word: by the engine, or by an ssh that is about to end, and then listens no more.
      return (outcome === 'closed' ? await probe(signal) : outcome) !== 'nobody';
    },
    async [Symbol.asyncDispose]() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await established({ child, path, words, probe, signal });
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
    // A forward of the user's own config may be taken by a session of theirs.
    ExitOnForwardFailure: 'no',
    // Its words are what a person is told.
    LogLevel: 'INFO',
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
    text = (text + chunk.replaceAll('\r', '')).slice(-4000);
  });
  return () => text.trim();
}

/** ssh listens only after the other machine has let us in, and says so in no other way. */
async function established(options: {
  readonly child: ChildProcess;
  readonly path: string;
  readonly words: () => string;
  readonly probe: (ended: AbortSignal) => Promise<Outcome>;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { child, path, words, probe } = options;
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  const exit = new Promise<never>((_, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const missing = cause.code === 'ENOENT';
      const message = missing
        ? 'ssh is not installed, or not on the PATH. An ssh:// address needs it.'
        : cause.message;
      reject(new TransportError('unreachable', message, { cause }));
    });
    child.once('close', () => reject(failed(words())));
  });
  async function untilListening(): Promise<void> {
    while ((await probe(signal)) === 'nobody') {
      // It goes on without the forward, and names the socket that it could not make.
      if (words().includes(path)) throw failed(words());
      await delay(20, undefined, { signal });
    }
  }
  try {
    await Promise.race([exit, untilListening()]);
  } finally {
    ended.abort();
    exit.catch(() => undefined);
  }
}

function failed(words: string): TransportError {
  return new TransportError('unreachable', words || 'ssh ended without a word.');
}

/** The other machine let us in, but did not open the socket; it never says why, and neither does ssh in its `words`. */
function refused(destination: string, words: string): TransportError {
  const reasons =
    'Docker does not run there, this user may not use it, or the SSH server forbids to forward it (AllowStreamLocalForwarding, DisableForwarding)';
  return new TransportError(
    'not-running',
    `${destination} lets us in, but does not open its ${remoteSocket}: ${reasons}. ssh says: ${words}`,
  );
}

/** What comes of a request through the socket: nobody listens, it was closed without an answer, or it is open. */
type Outcome = 'nobody' | 'closed' | 'open';

async function ping(path: string, signal: AbortSignal): Promise<Outcome> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  let outcome: Outcome = 'nobody';
  const socket = connect({ path, signal });
  socket.once('connect', () => {
    outcome = 'closed';
    socket.write('GET /_ping HTTP/1.0\r\n\r\n');
  });
  socket.once('data', () => resolve('open'));
  // That the engine is slow is for its calls to say.
  socket.setTimeout(patience, () => resolve('open'));
  socket.on('error', () => undefined);
  socket.once('close', () => (signal.aborted ? reject(signal.reason) : resolve(outcome)));
  try {
    return await promise;
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
