import type { Host, OpenHost } from '../../src/hosts/host.ts';
import type { Hosts } from '../../src/hosts/hosts.ts';
import { contextStore } from '../../src/transport/contextStore/contextStore.ts';
import { plainInventory } from './plainInventory.ts';
import { plainEngine } from './viewInput.ts';

/** A context of this name that is in the store, but for what is given. */
export function plainHost(given: Partial<Host> & { readonly name: string }): Host {
  const address = given.address ?? `tcp://${given.name}:2375`;
  return {
    id: `context:${given.name}`,
    address,
    source: 'context',
    stored: true,
    endpoint: () => ({ kind: 'tcp', host: given.name, port: 2375 }),
    ...given,
  };
}

/** The host as it is open, with an engine that answers nothing but its inventory. */
export function plainOpenHost(
  host: Host,
  objects: Parameters<typeof plainInventory>[0] = {},
  progress?: string,
): OpenHost {
  const engine = plainEngine(plainInventory(objects));
  return { ...host, engine, ...(progress === undefined ? {} : { progress }) };
}

/** Hosts that never change: of the open ones the first is active; the CLI uses the first of all unless another is given. */
export function plainHosts(given: {
  readonly open: readonly [OpenHost, ...OpenHost[]];
  readonly closed?: readonly Host[];
  readonly cli?: Host;
}): Hosts {
  const refused = (): never => {
    throw new Error('These hosts do not change.');
  };
  const [active] = given.open;
  return {
    known: [...given.open, ...(given.closed ?? [])],
    open: given.open,
    active,
    cli: given.cli ?? active,
    contexts: contextStore({ DOCKER_CONFIG: '/nonexistent' }),
    remembered: { open: [] },
    use: refused,
    connect: refused,
    disconnect: refused,
    hold: () => ({ [Symbol.dispose]() {} }),
    refresh() {},
    onDidChange: () => ({ [Symbol.dispose]() {} }),
    async [Symbol.asyncDispose]() {},
  };
}
