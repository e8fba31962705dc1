import { parseAddress } from '../transport/parseAddress.ts';
import { TransportError } from '../transport/transportError.ts';
import type { Host } from './host.ts';

/** A socket or pipe of this machine as a host. */
export function hostOfSocket({ name, address }: { readonly name: string; readonly address: string }): Host {
  return {
    id: `socket:${address}`,
    name,
    address,
    source: 'socket',
    endpoint() {
      const parsed = parseAddress(address);
      if (parsed.kind === 'problem') throw new TransportError('bad-address', parsed.problem);
      return parsed;
    },
  };
}
