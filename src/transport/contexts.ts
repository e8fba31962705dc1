import { join } from 'node:path';
import { t } from '@vscode/l10n';
import type { ContextDraft } from './contextStore/contextDraft.ts';
import { field, readJson } from './contextStore/files.ts';
import { configFolder, metaFile, tlsFolder } from './contextStore/paths.ts';
import { currentContext } from './contextStore/setCurrentContext.ts';
import { readTls } from './contextStore/tlsFiles.ts';
import { describeEndpoint } from './describe.ts';
import type { Endpoint } from './endpoint.ts';
import { parseAddress, type TlsOptions } from './parseAddress.ts';
import { TransportError } from './transportError.ts';

/** Which engine the docker CLI would use, and by what it was chosen. */
export interface Selection {
  readonly by: 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'currentContext' | 'default';
  /** The context's name, or the address in DOCKER_HOST. */
  readonly name: string;
  /** For a person; the name where it can't be found out. */
  readonly address: string;
  /** Finds out where the engine answers. Throws a `TransportError` where the address or the context is not right. */
  endpoint(): Endpoint;
}

/**
 * Chooses as the CLI does: DOCKER_HOST, DOCKER_CONTEXT, `currentContext` of config.json, the default socket.
 * The files are small and local, and read anew each time.
 */
export function selectEngine(env: NodeJS.ProcessEnv): Selection {
  const host = env.DOCKER_HOST?.trim();
  if (host) return selection('DOCKER_HOST', host, () => environmentEndpoint(env, host));
  const named = env.DOCKER_CONTEXT;
  const [by, name] = named
    ? (['DOCKER_CONTEXT', named] as const)
    : (['currentContext', currentContext(env)] as const);
  const chosen = name === 'default' && !named ? 'default' : by;
  return selection(chosen, name, () => contextEndpoint(env, name, by));
}

function selection(by: Selection['by'], name: string, endpoint: () => Endpoint): Selection {
  return { by, name, address: addressOf(endpoint) ?? name, endpoint };
}

function addressOf(endpoint: () => Endpoint): string | undefined {
  try {
    return describeEndpoint(endpoint());
  } catch {
    return undefined;
  }
}

/** Where DOCKER_HOST leads, as the CLI understands it. Throws a `TransportError`. */
function environmentEndpoint(env: NodeJS.ProcessEnv, host: string): Endpoint {
  return endpointOf('DOCKER_HOST', host, tlsOfEnvironment(env));
}

/**
 * Where a context leads; `default` has no files and is the local engine. Throws a `TransportError` where it is not in the
 * store or can't be understood; `by` is what chose it, for the message.
 */
export function contextEndpoint(env: NodeJS.ProcessEnv, name: string, by?: Selection['by']): Endpoint {
  if (name === 'default') return defaultEndpoint(env);
  const meta = readJson(metaFile(env, name));
  if (meta === undefined) throw new TransportError('bad-address', missing(name, by));
  const endpoint = field(field(meta, 'Endpoints'), 'docker');
  const host = field(endpoint, 'Host');
  return draftEndpoint({
    name,
    address: typeof host === 'string' ? host : '',
    skipVerify: field(endpoint, 'SkipTLSVerify') === true,
    tls: readTls(join(tlsFolder(env, name), 'docker')),
  });
}

/** Where a context that is not stored yet would lead. Throws a `TransportError` where its address can't be understood. */
export function draftEndpoint({
  name,
  address,
  skipVerify,
  tls,
}: Omit<ContextDraft, 'description'>): Endpoint {
  if (address === '') return defaultEndpoint({});
  const secure = skipVerify || Object.keys(tls).length > 0;
  return endpointOf(t('The context “{0}”', name), address, secure ? { ...tls, skipVerify } : undefined);
}

function missing(name: string, by: Selection['by'] | undefined): string {
  return by === undefined
    ? t(
        'The context “{0}” is no longer in the docker CLI’s store. Use another host, or create it again.',
        name,
      )
    : t(
        'The context “{0}”, chosen by {1}, is not in the docker CLI’s store. Choose another one, or create it with docker context create.',
        name,
        by,
      );
}

function defaultEndpoint(env: NodeJS.ProcessEnv): Endpoint {
  if (process.platform === 'win32') return { kind: 'npipe', path: '\\\\.\\pipe\\docker_engine' };
  const tls = tlsOfEnvironment(env);
  // The CLI's own default: with DOCKER_TLS_VERIFY alone it goes to TCP on this machine.
  if (tls !== undefined) return { kind: 'tls', host: 'localhost', port: 2376, ...tls };
  return { kind: 'socket', path: '/var/run/docker.sock' };
}

function endpointOf(source: string, address: string, tls: TlsOptions | undefined): Endpoint {
  const parsed = parseAddress(address, tls);
  if (parsed.kind === 'problem') throw new TransportError('bad-address', `${source}: ${parsed.problem}`);
  return parsed;
}

/** Any value of DOCKER_TLS_VERIFY turns TLS on, `0` too; DOCKER_CERT_PATH alone does not. */
function tlsOfEnvironment(env: NodeJS.ProcessEnv): TlsOptions | undefined {
  if (!env.DOCKER_TLS_VERIFY) return undefined;
  return readTls(env.DOCKER_CERT_PATH || configFolder(env));
}
