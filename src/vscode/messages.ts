import { t } from '@vscode/l10n';
import { EngineError, type EngineErrorCode } from '../engine/errors.ts';

/**
 * What a person is told of an error of the engine: what failed, why, and what to do. `action` is the command's title,
 * `address` where the engine is. Undefined where there is nothing to say, since the person ended it.
 */
export function engineErrorMessage(error: EngineError, action: string, address: string): string | undefined {
  const reason = reasons[error.code](sentence(error.message), address);
  return reason === undefined ? undefined : t('“{0}” failed. {1}', action, reason);
}

/** Why, for a person. `words` are the engine's, or the system's, as a sentence. */
const reasons: { readonly [C in EngineErrorCode]: (words: string, address: string) => string | undefined } = {
  'no-socket': (_, address) => t('There is no Docker engine at {0}. Start Docker, then try again.', address),
  'permission-denied': (_, address) =>
    t(
      'This user may not open {0}. Add it to the “docker” group (sudo usermod -aG docker $USER), then log in again.',
      address,
    ),
  'not-running': (_, address) =>
    t('The Docker engine at {0} does not answer. Start Docker, then try again.', address),
  'bad-address': (words) =>
    t('{0} Correct DOCKER_HOST or the Docker context, then reload the window.', words),
  unreachable: (words, address) =>
    t('{0} can’t be reached. {1} Check the name and the network.', address, words),
  tls: (words, address) => t('No secure connection to {0}. {1} Check the certificates.', address, words),
  'host-key': (words) => words,
  login: (words) => words,
  timeout: (_, address) => t('The Docker engine at {0} took too long to answer. Try again.', address),
  disconnected: (_, address) =>
    t('The connection to {0} broke. Whether it was done shows when the engine is back.', address),
  'not-a-manager': (words) => t('{0} Connect to a manager of the swarm.', words),
  refused: (words) => words,
  aborted: () => undefined,
};

/** Whether an error only says that what it comes from was ended by the person or the editor. */
export function isCancellation(error: unknown): boolean {
  if (error instanceof EngineError) return error.code === 'aborted';
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled');
}

function sentence(words: string): string {
  const text = words.trim();
  if (text === '') return t('The engine gave no reason.');
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
