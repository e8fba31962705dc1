import { addressProblem } from './address.ts';
import type { GrammarProblem } from './problem.ts';

/** A part of a value with its place in it. */
export interface Part {
  readonly text: string;
  readonly start: number;
}

/** The parts of a short port: `[[address:]published:]target[/protocol]`. */
export interface ShortPort {
  readonly address?: Part;
  readonly published?: Part;
  readonly target: Part;
  readonly protocol?: Part;
}

/** Splits a short port at its colons, from the right, as addresses of IPv6 have some too. */
export function splitPort(value: string): ShortPort {
  const slash = value.indexOf('/');
  const body = slash === -1 ? value : value.slice(0, slash);
  const protocol = slash === -1 ? {} : { protocol: { text: value.slice(slash + 1), start: slash + 1 } };
  const last = body.lastIndexOf(':');
  const target = { text: body.slice(last + 1), start: last + 1 };
  if (last === -1) return { target, ...protocol };
  const second = body.lastIndexOf(':', last - 1);
  const published = { text: body.slice(second + 1, last), start: second + 1 };
  if (second === -1 || last === 0) return { published, target, ...protocol };
  return { address: { text: body.slice(0, second), start: 0 }, published, target, ...protocol };
}

/** Source: docker/go-connections' `ParsePortSpec`. */
export function portProblem(value: string): GrammarProblem | undefined {
  const { address, published, target, protocol } = splitPort(value);
  if (protocol !== undefined && !/^(?:tcp|udp|sctp)$/i.test(protocol.text)) {
    return at(protocol, `\`${protocol.text}\` is no protocol; there are tcp, udp and sctp.`);
  }
  if (address !== undefined && address.text !== '') {
    const plain = /^\[.*\]$/.test(address.text) ? address.text.slice(1, -1) : address.text;
    if (addressProblem(plain) !== undefined) {
      return at(
        address,
        `\`${address.text}\` is no IP address. Before the host’s port only an address can stand, no host name.`,
      );
    }
  }
  if (target.text === '')
    return { message: 'The port in the container is missing. Write `host port:container port`.' };
  const hasPublished = published !== undefined && published.text !== '';
  const wrong =
    rangeProblem(target, 'container') ?? (hasPublished ? rangeProblem(published, 'host') : undefined);
  if (wrong !== undefined) return wrong;
  const length = lengthOf(target.text);
  if (hasPublished && lengthOf(published.text) !== length && length !== 1) {
    return {
      message: `The ranges differ in length: ${lengthOf(published.text)} ports on the host for ${length} in the container.`,
    };
  }
  return undefined;
}

/** A port or a range: the long form's `published`. */
export function portRangeProblem(value: string): GrammarProblem | undefined {
  return value === '' ? undefined : rangeProblem({ text: value, start: 0 }, 'host');
}

/** A port or a range, with a protocol. */
export function exposeProblem(value: string): GrammarProblem | undefined {
  const { target, published, protocol } = splitPort(value);
  if (published !== undefined)
    return {
      message: `\`${value}\` names a host port, which \`expose\` has not. To publish a port write it under \`ports\`.`,
    };
  return rangeProblem(target, 'container') ?? (protocol === undefined ? undefined : portProblem(value));
}

function rangeProblem(part: Part, side: 'container' | 'host'): GrammarProblem | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(part.text);
  if (match === null)
    return at(part, `\`${part.text}\` is no ${side} port. Write a number, or a range such as \`8000-8010\`.`);
  const [, first = '', last = first] = match;
  if (Number(first) > 65535 || Number(last) > 65535)
    return at(part, `\`${part.text}\` is no port: the highest is 65535.`);
  if (Number(last) < Number(first)) return at(part, `The range \`${part.text}\` ends before it starts.`);
  return undefined;
}

function lengthOf(range: string): number {
  const [first = '', last = first] = range.split('-');
  return Number(last) - Number(first) + 1;
}

function at({ text, start }: Part, message: string): GrammarProblem {
  return text === '' ? { message } : { message, start, end: start + text.length };
}
