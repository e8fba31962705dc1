import { EngineError, type EngineErrorCode } from '../engine/errors.ts';

/**
 * What a person is told of an error of the engine: what failed, why, and what to do. `action` is the command's title,
 * `address` where the engine is. Undefined where there is nothing to say, since the person ended it.
 */
export function engineErrorMessage(error: EngineError, action: string, address: string): string | undefined {
  const reason = reasons[error.code](sentence(error.message), address);
  return reason === undefined ? undefined : `“${action}” failed. ${reason}`;
}

/** Why, for a person. `words` are the engine's, or the system's, as a sentence. */
const reasons: { readonly [C in EngineErrorCode]: (words: string, address: string) => string | undefined } = {
  'no-socket': (_, address) => `There is no Docker engine at ${address}. Start Docker, then try again.`,
  'permission-denied': (_, address) =>
    `This user may not open ${address}. Add it to the “docker” group (sudo usermod -aG docker $USER), then log in again.`,
  'not-running': (_, address) =>
    `The Docker engine at ${address} does not answer. Start Docker, then try again.`,
  'bad-address': (words) => `${words} Correct DOCKER_HOST or the Docker context, then reload the window.`,
  unreachable: (words, address) => `${address} can’t be reached. ${words} Check the name and the network.`,
  tls: (words, address) => `No secure connection to ${address}. ${words} Check the certificates.`,
  'host-key': (words) => words,
  login: (words) => words,
  timeout: (_, address) => `The Docker engine at ${address} took too long to answer. Try again.`,
  disconnected: (_, address) =>
    `The connection to ${address} broke. Whether it was done shows when the engine is back.`,
  'not-a-manager': (words) => `${words} Connect to a manager of the swarm.`,
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
  if (text === '') return 'The engine gave no reason.';
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
