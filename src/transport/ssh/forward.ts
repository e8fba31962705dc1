import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import { TransportError } from '../transportError.ts';
import { endChild, hasEnded, spawnSsh, startError } from './child.ts';
import { type PingOutcome, ping } from './ping.ts';
import { forwardArguments } from './sshArguments.ts';
import { sshError } from './sshError.ts';
import type { SshOptions, SshWay } from './sshWay.ts';
import { listenToSsh, type SshWords } from './sshWords.ts';

/** How long ssh's words may be on their way, in milliseconds. */
const settling = 200;

/** The engine's socket on the other machine. */
const remoteSocket = '/var/run/docker.sock';

/**
 * Forwards a socket by the user's own ssh: one process whatever the number of connections, and nothing needed on the other
 * machine. Resolves once the engine's socket has been opened through it. Throws a `TransportError`, of the code `not-running` where
 * all but the socket opens.
 */
export async function openForward(options: SshOptions): Promise<SshWay> {
  const { destination, signal, opening, onProgress } = options;
  const folder = await mkdtemp(join(tmpdir(), 'gantry-ssh-'));
  const path = join(folder, 'docker.sock');
  const child = spawnSsh(forwardArguments(destination, path, remoteSocket), 'ignore');
  const words = child.stderr === null ? undefined : listenToSsh(child.stderr, destination, onProgress);

  async function probe(ended: AbortSignal): Promise<PingOutcome> {
    const outcome = await ping(path, ended);
    if (outcome !== 'closed') return outcome;
    // Its words may come after what they are about.
    if (refusalIn(words) === undefined) await delay(settling, undefined, { signal: ended });
    const refusal = refusalIn(words);
    if (refusal !== undefined && !hasEnded(child)) throw refused(destination, refusal);
    return outcome;
  }

  const way: SshWay = {
    path,
    async usable() {
      if (hasEnded(child)) return false;
      const outcome = await probe(signal);
      // Closed without a word: by the engine, or by an ssh that is about to end, and then listens no more.
      return (outcome === 'closed' ? await probe(signal) : outcome) !== 'nobody';
    },
    async [Symbol.asyncDispose]() {
      await endChild(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await established({ child, path, words, probe, destination, opening });
    return way;
  } catch (error) {
    await way[Symbol.asyncDispose]();
    throw error;
  }
}

/** ssh listens only after the other machine has let us in, and says so in no other way. */
async function established(options: {
  readonly child: ChildProcess;
  readonly path: string;
  readonly words: SshWords | undefined;
  readonly probe: (ended: AbortSignal) => Promise<PingOutcome>;
  readonly destination: string;
  readonly opening: AbortSignal;
}): Promise<void> {
  const { child, path, words, probe, destination } = options;
  const ended = new AbortController();
  const signal = AbortSignal.any([options.opening, ended.signal]);
  const exit = new Promise<never>((_, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => reject(startError(cause)));
    child.once('close', () => reject(sshError(destination, words?.text ?? '')));
  });
  async function untilListening(): Promise<void> {
    while ((await probe(signal)) === 'nobody') {
      // It goes on without the forward, and names the socket that it could not make.
      if (words?.text.includes(path)) throw sshError(destination, words.text);
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

function refusalIn(words: SshWords | undefined): string | undefined {
  return words?.text.split('\n').findLast((line) => line.includes('open failed'));
}

/** The other machine has let us in, but does not open the engine's socket; it never says why. */
function refused(destination: string, words: string): TransportError {
  const reasons = t(
    'Docker does not run there, this user may not use it, or the SSH server forbids to forward it (AllowStreamLocalForwarding, DisableForwarding)',
  );
  const message = t('{0} lets us in, but does not open its {1}: {2}.', destination, remoteSocket, reasons);
  return new TransportError('not-running', `${message} ${t('ssh says: {0}', words)}`);
}
