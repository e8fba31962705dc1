import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Endpoint } from './endpoint.ts';

/** An endpoint that a socket can be opened to from here. */
export type DirectEndpoint = Exclude<Endpoint, { kind: 'ssh' }>;

/** After how long without traffic the system asks whether the other side is still there, in milliseconds. */
export const probeAfter = 15_000;

/** Begins to connect to an endpoint. */
export function openSocket(endpoint: DirectEndpoint): Socket {
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
