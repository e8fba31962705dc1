import type { Port } from '../engine/kinds/container.ts';

/** Ports beyond these are counted. */
const mostPorts = 3;

/** `8080→80, 53→53/udp`: what is published, each once though the engine lists IPv4 and IPv6. */
export function portWords(ports: readonly Port[]): string {
  if (ports.length === 0) return '';
  const published = new Set(
    ports.flatMap(({ privatePort, publicPort, protocol }) =>
      publicPort === undefined
        ? []
        : [`${publicPort}→${privatePort}${protocol === 'tcp' ? '' : `/${protocol}`}`],
    ),
  );
  const words = [...published];
  const rest = words.length - mostPorts;
  return rest > 0 ? `${words.slice(0, mostPorts).join(', ')} +${rest}` : words.join(', ');
}

/** A port with its address: `0.0.0.0:8080→80/tcp`. */
export function portInFull({ privatePort, publicPort, protocol, ip }: Port): string {
  const inside = `${privatePort}/${protocol}`;
  if (publicPort === undefined) return inside;
  const address = ip === undefined ? '' : ip.includes(':') ? `[${ip}]:` : `${ip}:`;
  return `${address}${publicPort}→${inside}`;
}
