import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { t } from '@vscode/l10n';
import { TransportError } from '../transportError.ts';

/** Starts the user's own ssh; its input is a pipe, whose end tells it that we have ended. */
export function spawnSsh(args: readonly string[], stdout: 'ignore' | 'pipe'): ChildProcess {
  const child = spawn('ssh', args, { stdio: ['pipe', stdout, 'pipe'], windowsHide: true });
  child.stdin?.on('error', () => undefined);
  return child;
}

/** Why an ssh could not be started. */
export function startError(cause: NodeJS.ErrnoException): TransportError {
  const message =
    cause.code === 'ENOENT'
      ? t('ssh is not installed, or not on the PATH. An ssh:// address needs it.')
      : cause.message;
  return new TransportError('unreachable', message, { cause });
}

/** Ends it: politely, and after two seconds by force. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 2000);
  await closed;
  clearTimeout(forced);
}

/** Whether it has ended, or was never there. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}
