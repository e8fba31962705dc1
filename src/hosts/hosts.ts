import { openEngine } from '../engine/openEngine.ts';
import type { Host } from './host.ts';

/** The engines that Gantry knows; for now the one that the docker CLI would use. */
export interface Hosts extends AsyncDisposable {
  readonly active: Host;
  /** Calls back after `active` became another one. */
  onDidChange(listener: () => void): Disposable;
}

/** Opens the engine that the docker CLI would use with this environment. */
export function openHosts(options: {
  readonly env: NodeJS.ProcessEnv;
  readonly log?: (line: string) => void;
}): Hosts {
  const path = '/var/run/docker.sock';
  const engine = openEngine({
    resolve: async () => ({ kind: 'socket', path }),
    ...(options.log === undefined ? {} : { log: options.log }),
  });
  return {
    active: { id: 'context:default', name: 'default', address: `unix://${path}`, engine },
    onDidChange: () => ({ [Symbol.dispose]() {} }),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}
