import { hostOfContext } from './findHosts.ts';
import type { Host } from './host.ts';
import { hostOfSocket } from './hostOfSocket.ts';

/** The host that an id tells of, whether it is there or not: what a window remembers may be gone. */
export function hostOfId(env: NodeJS.ProcessEnv, id: string): Host {
  const [, source, name = id] = /^(context|socket):(.*)$/s.exec(id) ?? [];
  return source === 'socket' ? hostOfSocket({ name, address: name }) : hostOfContext(env, { name });
}
