import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Endpoint } from './endpoint.ts';

/** An endpoint that a socket can be opened to from here. */
export type DirectEndpoint = Exclude<Endpoint, { kind: 'ssh' }>;

/** How long a TCP connection may take to be made, in milliseconds. */
const connectTimeout = 10_000;
/** After how long without traffic the system asks whether the other side is still there, in milliseconds. */
const probeAfter = 15_000;

/** Keeps connections to one engine. Whatever the endpoint, requests through it are `http:`, and their host is not looked at. */
export function openAgent(endpoint: DirectEndpoint): Agent {
  const agent = new Agent({ keepAlive: true, keepAliveMsecs: probeAfter });
  agent.createConnection = () => withTimeout(openSocket(endpoint), endpoint);
  return agent;
}

function openSocket(endpoint: DirectEndpoint): Socket {
  switch (endpoint.kind) {
    case 'socket':
    case 'npipe':
      return connect({ path: endpoint.path });
    case 'tcp':
      return connect({
        host: endpoint.host,
        port: endpoint.port,
        keepAlive: true,
        keepAliveInitialDelay: probeAfter,
      });
    case 'tls': {
      const { host, port, ca, cert, key, skipVerify } = endpoint;
      const socket = connectTls({
        host,
        port,
        ...(ca === undefined ? {} : { ca }),
        ...(cert === undefined ? {} : { cert }),
        ...(key === undefined ? {} : { key }),
        // An address is not a server name (RFC 6066).
        ...(/^[0-9.]+$|:/.test(host) ? {} : { servername: host }),
        rejectUnauthorized: skipVerify !== true,
        ALPNProtocols: ['http/1.1'],
      });
      socket.setKeepAlive(true, probeAfter);
      return socket;
    }
  }
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
