/** One word of EXPOSE, taken apart as BuildKit takes it: `[ip:][host port:]container port[/protocol]`. */
export interface ExposedPort {
  readonly ip: string;
  readonly hostPort: string;
  /** A number or a range. */
  readonly containerPort: string;
  /** As written; empty where it is not. */
  readonly protocol: string;
}

export function splitPort(text: string): ExposedPort {
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const slash = last.indexOf('/');
  return {
    ip: parts.slice(0, -2).join(':'),
    hostPort: parts.at(-2) ?? '',
    containerPort: slash < 0 ? last : last.slice(0, slash),
    protocol: slash < 0 ? '' : last.slice(slash + 1),
  };
}

/** Why BuildKit refuses a port; nothing where it does not. */
export function portProblem({ ip, hostPort, containerPort, protocol }: ExposedPort): string | undefined {
  if (containerPort === '') return 'The port is missing. Write a number, such as 8080 or 8080/udp.';
  if (!/^(?:|tcp|udp|sctp)$/i.test(protocol)) return `“${protocol}” is no protocol. Use tcp, udp or sctp.`;
  if (ip !== '' && !isAddress(ip))
    return `“${ip}” is no IP address. EXPOSE takes the container’s port alone.`;
  const container = portRange(containerPort);
  if (typeof container === 'string') return container;
  const host = hostPort === '' ? undefined : portRange(hostPort);
  if (typeof host === 'string') return host;
  if (host !== undefined && container.size > 0 && host.size !== container.size) {
    return `The ranges ${hostPort} and ${containerPort} are not equally long. EXPOSE takes the container’s ports alone.`;
  }
  return undefined;
}

function portRange(text: string): { readonly size: number } | string {
  const dash = text.indexOf('-');
  const start = dash < 0 ? text : text.slice(0, dash);
  const end = dash < 0 ? start : text.slice(dash + 1);
  for (const port of [start, end]) {
    if (!/^\+?\d+$/.test(port)) return `“${text}” is no port. Write a number, or a range such as 8000-8010.`;
    if (Number(port) > 65535) return `The port ${port} does not exist: ports go up to 65535.`;
  }
  return Number(end) < Number(start)
    ? `The range ${text} goes backwards. Write the lower port first.`
    : { size: Number(end) - Number(start) };
}

function isAddress(text: string): boolean {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(bare)) return bare.split('.').every((part) => Number(part) <= 255);
  return bare.includes(':') && /^[0-9a-fA-F:.]+$/.test(bare);
}
