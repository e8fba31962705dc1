import { TransportError } from '../transport/transportError.ts';
import { EngineError, type EngineErrorCode } from './errors.ts';

const codes: Readonly<Record<string, EngineErrorCode>> = {
  ENOENT: 'no-socket',
  ENOTSOCK: 'no-socket',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  ECONNREFUSED: 'not-running',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EAI_FAIL: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ECONNRESET: 'disconnected',
  ECONNABORTED: 'disconnected',
  EPIPE: 'disconnected',
  ERR_STREAM_PREMATURE_CLOSE: 'disconnected',
  ERR_STREAM_DESTROYED: 'disconnected',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  HOSTNAME_MISMATCH: 'tls',
};

/** Anything thrown while talking to an engine, as an `EngineError`. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  if (error instanceof TransportError) return new EngineError(error.code, error.message, { cause: error });
  if (!(error instanceof Error)) return new EngineError('refused', String(error));
  if (error.name === 'TimeoutError') return timedOut(error);
  if (error.name === 'AbortError') return isTimeout(error.cause) ? timedOut(error) : cancelled(error);
  const code = 'code' in error ? String(error.code) : '';
  // A host with several addresses fails with one error for each.
  const [first] = error instanceof AggregateError ? error.errors : [];
  if (first !== undefined && codes[code] === undefined) return toEngineError(first);
  const message = error.message || (first instanceof Error ? first.message : code);
  return new EngineError(codeOf(code), messageOf(code, message), { cause: error });
}

/** Why a call ended whose signal is aborted. */
export function abortion(signal: AbortSignal): EngineError {
  return isTimeout(signal.reason) ? timedOut(signal.reason) : cancelled(signal.reason);
}

/** An answer of the engine's that is not a success. */
export function refusal(status: number, message: string): EngineError {
  const words = message.trim() || `The engine answered with status ${status}.`;
  return new EngineError(codeOfStatus(status, words), words, { status });
}

function codeOfStatus(status: number, words: string): EngineErrorCode {
  if (status === 400 && words.includes('HTTP request to an HTTPS server')) return 'tls';
  if (/not a swarm manager|not part of a swarm/.test(words)) return 'not-a-manager';
  return 'refused';
}

function codeOf(code: string): EngineErrorCode {
  const known = codes[code];
  if (known !== undefined) return known;
  if (/^(?:ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|ERR_OSSL)/.test(code)) return 'tls';
  if (code.startsWith('HPE_')) return 'bad-address';
  return 'disconnected';
}

function messageOf(code: string, message: string): string {
  return code.startsWith('HPE_') ? `What answers there is not a Docker engine (${message}).` : message;
}

function cancelled(cause: unknown): EngineError {
  return new EngineError('aborted', 'Cancelled.', { cause });
}

function timedOut(cause: unknown): EngineError {
  return new EngineError('timeout', 'The engine did not answer in time.', { cause });
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}
