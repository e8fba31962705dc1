import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { type DirectEndpoint, openSocket, probeAfter } from './openSocket.ts';

/** How long a TCP connection may take to be made, in milliseconds. */
const connectTimeout = 10_000;

/** Keeps connections to one engine. Whatever the endpoint, requests through it are `http:`, and their host is not looked at. */
export function openAgent(endpoint: DirectEndpoint): Agent {
  const agent = new Agent({ keepAlive: true, keepAliveMsecs: probeAfter });
  agent.createConnection = () => withTimeout(openSocket(endpoint), endpoint);
  return agent;
}

function withTimeout(socket: Socket, endpoint: DirectEndpoint): Socket {
  if (endpoint.kind !== 'tcp' && endpoint.kind !== 'tls') return socket;
  const timer = setTimeout(() => {
    const error = new Error(`${endpoint.host}:${endpoint.port} does not answer.`);
    socket.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
  }, connectTimeout);
  const done = () => clearTimeout(timer);
  socket.once(endpoint.kind === 'tls' ? 'secureConnect' : 'connect', done).once('close', done);
  return socket;
}
