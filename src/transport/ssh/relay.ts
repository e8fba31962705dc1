import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { t } from '@vscode/l10n';
import { TransportError } from '../transportError.ts';
import { endChild, spawnSsh, startError } from './child.ts';
import { ping } from './ping.ts';
import { commandArguments } from './sshArguments.ts';
import { sshError } from './sshError.ts';
import type { SshOptions, SshWay } from './sshWay.ts';
import { listenToSsh, type SshWords } from './sshWords.ts';

/** As many are let in at a time: a server turns away those beyond ten or so that wait for that (sshd_config, MaxStartups). */
const mostAtDoor = 4;

/**
 * The way where a socket can't be forwarded: each connection is an ssh that runs `docker system dial-stdio` on the other
 * machine, as the docker CLI does it. It needs that CLI there, and goes where it goes. Resolves once the engine has answered.
 */
export async function openRelay(options: SshOptions): Promise<SshWay> {
  const { destination, signal, opening, onProgress } = options;
  const folder = await mkdtemp(join(tmpdir(), 'gantry-ssh-'));
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\${basename(folder)}` : join(folder, 'docker.sock');
  const children = new Set<ChildProcess>();
  /** Why the last connection that failed did. */
  let failure: TransportError | undefined;
  let progress = onProgress;

  const waiting: Socket[] = [];
  let atDoor = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    waiting.push(socket);
    letIn();
  });
  server.listen(path);
  await once(server, 'listening');

  function letIn(): void {
    const socket = atDoor < mostAtDoor ? waiting.shift() : undefined;
    if (socket === undefined) return;
    // It may have been given up meanwhile.
    if (socket.destroyed) {
      letIn();
      return;
    }
    atDoor += 1;
    let counted = true;
    relay(socket, () => {
      if (!counted) return;
      counted = false;
      atDoor -= 1;
      letIn();
    });
  }

  function relay(socket: Socket, onSettled: () => void): void {
    const child = spawnSsh(commandArguments(destination, ['docker', 'system', 'dial-stdio']), 'pipe');
    const { stdin, stdout, stderr } = child;
    children.add(child);
    child.once('close', () => children.delete(child));
    child.once('error', onSettled).once('close', onSettled);
    socket.once('close', () => void endChild(child));
    if (stdin === null || stdout === null || stderr === null) return;
    const words = listenToSsh(stderr, destination, progress, onSettled);
    stdout.on('error', () => undefined);
    socket.pipe(stdin);
    stdout.pipe(socket, { end: false });
    child.once('error', (cause: NodeJS.ErrnoException) => {
      failure = startError(cause);
      socket.destroy();
    });
    child.once('close', (code) => {
      failure = code === 0 ? undefined : relayError(destination, words);
      socket.end();
      // What is still written to it has no reader any more.
      socket.once('finish', () => socket.destroy());
    });
  }

  async function answers(ended: AbortSignal): Promise<boolean> {
    if ((await ping(path, ended)) === 'open') return true;
    throw failure ?? new TransportError('unreachable', t('ssh to {0} ended without a word.', destination));
  }

  const way: SshWay = {
    path,
    usable: () => answers(signal),
    async [Symbol.asyncDispose]() {
      server.close();
      await Promise.all([...children].map(endChild));
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await answers(opening);
    progress = () => undefined;
    return way;
  } catch (error) {
    await way[Symbol.asyncDispose]();
    throw error;
  }
}

/** Once it was let in, its words are those of the other machine's shell or docker command. */
function relayError(destination: string, { text, authenticated }: SshWords): TransportError {
  if (!authenticated) return sshError(destination, text);
  return new TransportError(
    'not-running',
    t(
      '{0} lets us in, but its docker command does not reach an engine: {1}',
      destination,
      text || t('it ended without a word.'),
    ),
  );
}
