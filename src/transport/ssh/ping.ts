import { connect } from 'node:net';

/** What comes of a request through a socket: nobody listens, it was closed without an answer, or it is open. */
export type PingOutcome = 'nobody' | 'closed' | 'open';

/** How long a silent engine is waited for, in milliseconds. */
const patience = 10_000;

/** Asks whether an engine is behind a socket. Rejects where `signal` is aborted. */
export async function ping(path: string, signal: AbortSignal): Promise<PingOutcome> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<PingOutcome>();
  let outcome: PingOutcome = 'nobody';
  const socket = connect({ path, signal });
  socket.once('connect', () => {
    outcome = 'closed';
    socket.write('GET /_ping HTTP/1.0\r\n\r\n');
  });
  socket.once('data', () => resolve('open'));
  // That the engine is slow is for its calls to say.
  socket.setTimeout(patience, () => resolve('open'));
  socket.on('error', () => undefined);
  socket.once('close', () => (signal.aborted ? reject(signal.reason) : resolve(outcome)));
  try {
    return await promise;
  } finally {
    socket.destroy();
  }
}
