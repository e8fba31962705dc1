import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { listContexts } from '../transport/contextStore/listContexts.ts';
import { configFile, configFolder, metaFolder } from '../transport/contextStore/paths.ts';
import { contextEndpoint, type Selection, selectEngine } from '../transport/contexts.ts';
import { describeEndpoint } from '../transport/describe.ts';
import { TransportError } from '../transport/transportError.ts';
import type { Host } from './host.ts';
import { hostOfSocket } from './hostOfSocket.ts';
import { findSockets, localPathOf, socketPaths } from './knownSockets.ts';

/** The hosts that there are now, and which of them the docker CLI would use. */
export interface FoundHosts {
  readonly all: readonly Host[];
  readonly cli: Host;
}

/** Looks which hosts there are: DOCKER_HOST, the CLI's contexts, sockets. Reads small local files, and throws nothing. */
export function findHosts(env: NodeJS.ProcessEnv): FoundHosts {
  const contexts = [
    hostOfContext(env, { name: 'default', description: t('The engine of this machine.') }),
    ...listContexts(env).map((context) => {
      const host = hostOfContext(env, context);
      return context.problem === undefined ? { ...host, stored: true } : host;
    }),
  ];
  const cli = cliHost(env, contexts);
  const named = contexts.includes(cli) ? contexts : [cli, ...contexts];
  const taken = new Set(named.map(localPath));
  const sockets = findSockets(env)
    .map(hostOfSocket)
    .filter((host) => !taken.has(localPath(host)));
  return { all: [...named, ...sockets], cli };
}

/** What tells of a change of the hosts that there are: patterns for `watchPaths`. */
export function hostPaths(env: NodeJS.ProcessEnv): readonly string[] {
  const tls = join(configFolder(env), 'contexts', 'tls', '*', 'docker', '*');
  return [configFile(env), join(metaFolder(env), '*', 'meta.json'), tls, ...socketPaths(env)];
}

/** A context as a host, whether it is in the store or not. */
export function hostOfContext(
  env: NodeJS.ProcessEnv,
  context: {
    readonly name: string;
    readonly address?: string;
    readonly description?: string;
    readonly problem?: string;
  },
): Host {
  const { name, description, problem } = context;
  const endpoint: Host['endpoint'] = () => {
    if (problem !== undefined) throw new TransportError('bad-address', problem);
    return contextEndpoint(env, name);
  };
  const found = addressOf(endpoint);
  return {
    id: `context:${name}`,
    name,
    address: found.address ?? context.address ?? name,
    source: 'context',
    ...(description === undefined ? {} : { description }),
    ...(found.problem === undefined ? {} : { problem: found.problem }),
    endpoint,
  };
}

/** A configuration that can't be read is told by the connection that fails for it. */
function cliHost(env: NodeJS.ProcessEnv, contexts: readonly Host[]): Host {
  try {
    const selection = selectEngine(env);
    const { by, name, address } = selection;
    if (by === 'DOCKER_HOST') return hostOfEnvironment(selection);
    const problem = addressOf(selection.endpoint).problem;
    return (
      contexts.find((host) => host.name === name) ?? {
        id: `context:${name}`,
        name,
        address,
        source: 'context',
        ...(problem === undefined ? {} : { problem }),
        endpoint: selection.endpoint,
      }
    );
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const name = t('Docker CLI');
    const endpoint = () => {
      throw error;
    };
    return { id: 'cli', name, address: name, source: 'context', problem, endpoint };
  }
}

function hostOfEnvironment({ name, address, endpoint }: Selection): Host {
  // The path of a socket is long and says little; the address is in the tooltip.
  const short = /^(unix|npipe):/i.test(name) ? 'DOCKER_HOST' : name;
  const { problem } = addressOf(endpoint);
  return {
    id: `host:${name}`,
    name: short,
    address,
    source: 'environment',
    ...(problem === undefined ? {} : { problem }),
    endpoint,
  };
}

/** Undefined for what is not of this machine, or can't be understood. */
function localPath(host: Host): string | undefined {
  try {
    return localPathOf(host.endpoint());
  } catch {
    return undefined;
  }
}

function addressOf(endpoint: Host['endpoint']): { readonly address?: string; readonly problem?: string } {
  try {
    return { address: describeEndpoint(endpoint()) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
