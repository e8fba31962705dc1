import { t } from '@vscode/l10n';
import { TransportError } from '../transportError.ts';
import { openForward } from './forward.ts';
import { openRelay } from './relay.ts';
import type { SshOptions, SshWay } from './sshWay.ts';

/** How long it may take until the engine has answered, in milliseconds: a person may have to touch a security key. */
const patience = 90_000;

/**
 * Opens a way to an engine by the user's own ssh, so that their config, agent, jump hosts and known hosts count. It never
 * asks: an unknown host key or a missing key fails with ssh's own words. Throws a `TransportError`.
 */
export async function openSsh(options: Omit<SshOptions, 'opening'>): Promise<SshWay> {
  const timeout = AbortSignal.timeout(patience);
  let last = '';
  try {
    return await openEither({
      ...options,
      opening: AbortSignal.any([options.signal, timeout]),
      onProgress(words) {
        last = words;
        options.onProgress(words);
      },
    });
  } catch (cause) {
    if (!timeout.aborted || options.signal.aborted) throw cause;
    const message = t(
      '{0} has kept us waiting for {1} seconds: {2}',
      options.destination,
      patience / 1000,
      last,
    );
    throw new TransportError('unreachable', message, { cause });
  }
}

async function openEither(options: SshOptions): Promise<SshWay> {
  // The ssh of Windows forwards no sockets.
  if (process.platform === 'win32') return openRelay(options);
  try {
    return await openForward(options);
  } catch (refusal) {
    if (!(refusal instanceof TransportError) || refusal.code !== 'not-running') throw refusal;
    try {
      return await openRelay(options);
    } catch (error) {
      options.opening.throwIfAborted();
      const words = error instanceof Error ? error.message : String(error);
      throw new TransportError(refusal.code, `${refusal.message}\n${words}`, { cause: error });
    }
  }
}
