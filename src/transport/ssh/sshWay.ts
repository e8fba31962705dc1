/** A socket on this machine that leads to the engine on another one, for as long as it is not disposed. */
export interface SshWay extends AsyncDisposable {
  /** Of the socket, or on Windows of the pipe. */
  readonly path: string;
  /**
   * False once ssh has ended. Rejects with a `TransportError` where ssh runs, but the engine's socket on the other machine
   * does not open.
   */
  usable(): Promise<boolean>;
}

export interface SshOptions {
  /** What follows `ssh://`. */
  readonly destination: string;
  /** Ends whatever is being waited for, at any time. */
  readonly signal: AbortSignal;
  /** Ends the opening alone. */
  readonly opening: AbortSignal;
  /** Hears how far it is, in words for a person. */
  onProgress(words: string): void;
}
