/** Why no connection could be had, where it is not the operating system's own error. */
export class TransportError extends Error {
  readonly code:
    | 'bad-address'
    | 'tls'
    | 'unreachable'
    | 'not-running'
    | 'permission-denied'
    /** The SSH server's key is not known, or another than the one known. */
    | 'host-key'
    /** The SSH server does not let this user in. */
    | 'login';

  constructor(code: TransportError['code'], message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'TransportError';
    this.code = code;
  }
}
