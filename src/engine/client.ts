import type Docker from 'dockerode';

/** What a verb needs of an engine. */
export interface EngineClient {
  /**
   * dockerode over the fenced modem (`modem.ts`): every call ends and fails with an `EngineError`.
   * For this folder alone.
   */
  readonly client: Docker;
}

/** What every call takes: the caller's own wish to end it, beside the call's deadline. */
export interface Call {
  readonly signal?: AbortSignal | undefined;
}
