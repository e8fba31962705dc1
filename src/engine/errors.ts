/** Why an engine did not do what was asked. */
export type EngineErrorCode =
  /** The socket or pipe is not there. */
  | 'no-socket'
  /** The socket is there but may not be opened by this user. */
  | 'permission-denied'
  /** Something is there but nothing answers: the daemon is not running, the connection is refused. */
  | 'not-running'
  /** DOCKER_HOST or the context's address can't be understood. */
  | 'bad-address'
  /** The host's name can't be found, or no route leads there. */
  | 'unreachable'
  | 'tls'
  /** The SSH server's key is not known, or another than the one known. */
  | 'host-key'
  /** The SSH server does not let this user in. */
  | 'login'
  | 'timeout'
  | 'aborted'
  /** The engine answered with an error; `status` says which. */
  | 'refused'
  /** The connection broke in the middle of an answer. */
  | 'disconnected'
  /** The operation needs a swarm, or a swarm manager. */
  | 'not-a-manager';

/** What every function of the engine layer throws. `message` is the engine's own words where it said any. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  /** The HTTP status, where the engine answered. */
  readonly status: number | undefined;

  constructor(code: EngineErrorCode, message: string, options?: { status?: number; cause?: unknown }) {
    super(message, { cause: options?.cause });
    this.name = 'EngineError';
    this.code = code;
    this.status = options?.status;
  }
}
