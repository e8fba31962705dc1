import type { Port } from '../engine/kinds/container.ts';
import type { Endpoint } from '../transport/endpoint.ts';

/** A port of a container as a browser reaches it. */
export interface PublishedUrl {
  readonly url: string;
  readonly privatePort: number;
}

/** Ports that speak TLS by convention. */
const securePorts: readonly number[] = [443, 8443];

/** Where a browser reaches the TCP ports that are published, each port once; `endpoint` is where the engine answers. */
export function publishedUrls(
  ports: readonly Port[],
  endpoint: Endpoint | undefined,
): readonly PublishedUrl[] {
  const urls = new Map<string, PublishedUrl>();
  for (const { privatePort, publicPort, protocol, ip } of ports) {
    if (publicPort === undefined || protocol !== 'tcp') continue;
    const secure = securePorts.includes(privatePort) || securePorts.includes(publicPort);
    const url = `${secure ? 'https' : 'http'}://${bracketed(hostOf(ip, endpoint))}:${publicPort}`;
    if (!urls.has(url)) urls.set(url, { url, privatePort });
  }
  return [...urls.values()];
}

/** Where a published port is reached, such as `localhost:8080`; undefined for one that is not published. */
export function publishedAddress(
  { publicPort, ip }: Port,
  endpoint: Endpoint | undefined,
): string | undefined {
  return publicPort === undefined ? undefined : `${bracketed(hostOf(ip, endpoint))}:${publicPort}`;
}

/** A port bound to one address is reached by that; any other by the name of the engine's machine. */
function hostOf(ip: string | undefined, endpoint: Endpoint | undefined): string {
  const everywhere = ip === undefined || ip === '' || ip === '0.0.0.0' || ip === '::';
  const loopback = ip !== undefined && (/^127\./.test(ip) || ip === '::1');
  const machine = machineOf(endpoint);
  if (everywhere) return machine;
  return loopback && machine === 'localhost' ? 'localhost' : ip;
}

function machineOf(endpoint: Endpoint | undefined): string {
  switch (endpoint?.kind) {
    case 'tcp':
    case 'tls':
      return endpoint.host;
    case 'ssh':
      return endpoint.destination
        .replace(/^.*@/, '')
        .replace(/:\d+$/, '')
        .replace(/^\[(.*)\]$/, '$1');
    default:
      return 'localhost';
  }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
