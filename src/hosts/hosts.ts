import { openEngine } from '../engine/openEngine.ts';
import { type Selection, selectEngine } from '../transport/contexts.ts';
import { TransportError } from '../transport/transportError.ts';
import type { Host } from './host.ts';

/** The engines that Gantry knows; for now the one that the docker CLI would use. */
export interface Hosts extends AsyncDisposable {
  readonly active: Host;
  /** Calls back after `active` became another one. */
  onDidChange(listener: () => void): Disposable;
}

export interface HostsOptions {
  /** Read for DOCKER_HOST, DOCKER_CONTEXT, DOCKER_CONFIG and DOCKER_TLS_VERIFY. */
  readonly env: NodeJS.ProcessEnv;
  readonly log?: (line: string) => void;
}

/** Opens the engine that the docker CLI would use with this environment. At each connection that is found out anew. */
export function openHosts({ env, log }: HostsOptions): Hosts {
  const listeners = new Set<{ readonly listener: () => void }>();
  const engine = openEngine({
    async resolve() {
      const selection = selectEngine(env);
      become(hostOf(selection));
      return selection.endpoint();
    },
    ...(log === undefined ? {} : { log }),
  });
  let active = hostOf(firstSelection(env));

  function hostOf({ by, name, address }: Pick<Selection, 'by' | 'name' | 'address'>): Host {
    const id = by === 'DOCKER_HOST' ? `host:${name}` : `context:${name}`;
    // The path of a socket is long and says little; the address is in the tooltip.
    const short = by === 'DOCKER_HOST' && /^(unix|npipe):/i.test(name) ? by : name;
    return { id, name: short, address, engine };
  }

  function become(host: Host): void {
    if (host.id === active.id && host.address === active.address) return;
    active = host;
    for (const { listener } of [...listeners]) listener();
  }

  return {
    get active() {
      return active;
    },
    onDidChange(listener) {
      const entry = { listener };
      listeners.add(entry);
      return { [Symbol.dispose]: () => void listeners.delete(entry) };
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

/** A configuration that can't be read is told by the connection that fails for it. */
function firstSelection(env: NodeJS.ProcessEnv): Pick<Selection, 'by' | 'name' | 'address'> {
  try {
    return selectEngine(env);
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return { by: 'default', name: 'default', address: 'default' };
  }
}
