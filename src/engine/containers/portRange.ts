import { isIP } from 'node:net';
import type { Port } from '../kinds/container.ts';
import type { PublishedPort } from './creation.ts';

/** Why a port is not published as it is written. */
export interface PortProblem {
  readonly side: 'host' | 'container';
  readonly why: 'not-a-port' | 'not-an-address' | 'backwards' | 'lengths-differ';
}

/**
 * What `--publish` makes of its two sides, as written: `[[address:]port[-port]]` on the host, `port[-port]` in the
 * container. A range in the container takes one of the same length; one port in it any range, of which the engine chooses.
 */
export function readPorts(
  host: string,
  container: string,
  protocol: Port['protocol'],
): readonly PublishedPort[] | PortProblem {
  const inside = readRange(container.trim());
  if (inside === undefined) return { side: 'container', why: 'not-a-port' };
  if (inside.last < inside.first) return { side: 'container', why: 'backwards' };
  const { address, rest } = splitAddress(host.trim());
  if (address !== '' && isIP(address) === 0) return { side: 'host', why: 'not-an-address' };
  const common = { protocol, ...(address === '' ? {} : { hostIp: address }) };
  const numbers = Array.from({ length: inside.last - inside.first + 1 }, (_, index) => inside.first + index);
  if (rest === '') return numbers.map((containerPort) => ({ containerPort, ...common }));
  const outside = readRange(rest);
  if (outside === undefined) return { side: 'host', why: 'not-a-port' };
  if (outside.last < outside.first) return { side: 'host', why: 'backwards' };
  if (numbers.length === 1) {
    const end = outside.last === outside.first ? {} : { hostPortEnd: outside.last };
    return [{ containerPort: inside.first, hostPort: outside.first, ...end, ...common }];
  }
  if (outside.last - outside.first + 1 !== numbers.length) return { side: 'host', why: 'lengths-differ' };
  return numbers.map((containerPort, index) => ({
    containerPort,
    hostPort: outside.first + index,
    ...common,
  }));
}

/** The host's side of a published port, as it is written. */
export function hostSideOf({ hostIp, hostPort, hostPortEnd }: PublishedPort): string {
  const address = hostIp === undefined ? '' : hostIp.includes(':') ? `[${hostIp}]` : hostIp;
  const end = hostPortEnd === undefined || hostPortEnd === hostPort ? '' : `-${hostPortEnd}`;
  const port = hostPort === undefined ? '' : `${hostPort}${end}`;
  return [address, port].filter((part) => part !== '').join(':');
}

function splitAddress(text: string): { readonly address: string; readonly rest: string } {
  const bracketed = /^\[([^\]]*)\]:?(.*)$/.exec(text);
  if (bracketed !== null) return { address: bracketed[1] ?? '', rest: bracketed[2] ?? '' };
  const plain = /^(.*[.:a-z].*?):(\d[\d-]*)?$/.exec(text) ?? /^(\d+\.\d+\.\d+\.\d+)()$/.exec(text);
  return plain === null ? { address: '', rest: text } : { address: plain[1] ?? '', rest: plain[2] ?? '' };
}

function readRange(text: string): { readonly first: number; readonly last: number } | undefined {
  const [, first = '', last = first] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  return isPort(first) && isPort(last) ? { first: Number(first), last: Number(last) } : undefined;
}

function isPort(text: string): boolean {
  return text !== '' && Number(text) >= 1 && Number(text) <= 65_535;
}
