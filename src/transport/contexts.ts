import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
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
  if (host)
    return selection('DOCKER_HOST', host, () => endpointOf('DOCKER_HOST', host, tlsOfEnvironment(env)));
  const named = env.DOCKER_CONTEXT;
  const [by, name] = named
    ? (['DOCKER_CONTEXT', named] as const)
    : (['currentContext', currentContext(env) ?? 'default'] as const);
  if (name === 'default') return selection(named ? by : 'default', name, () => defaultEndpoint(env));
  return selection(by, name, () => contextEndpoint(env, name, by));
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

function contextEndpoint(env: NodeJS.ProcessEnv, name: string, by: string): Endpoint {
  const folder = createHash('sha256').update(name).digest('hex');
  const meta = readJson(join(configFolder(env), 'contexts', 'meta', folder, 'meta.json'));
  if (meta === undefined) {
    throw new TransportError(
      'bad-address',
      `The context “${name}”, chosen by ${by}, is not in the docker CLI's store. Choose another one, or create it with docker context create.`,
    );
  }
  const endpoint = field(field(meta, 'Endpoints'), 'docker');
  const host = field(endpoint, 'Host');
  if (typeof host !== 'string' || host === '') return defaultEndpoint({});
  const material = readTls(join(configFolder(env), 'contexts', 'tls', folder, 'docker'));
  const skipVerify = field(endpoint, 'SkipTLSVerify') === true;
  const secure = skipVerify || Object.keys(material).length > 0;
  return endpointOf(`The context “${name}”`, host, secure ? { ...material, skipVerify } : undefined);
}

function readTls(folder: string): TlsOptions {
  const ca = readText(join(folder, 'ca.pem'));
  const cert = readText(join(folder, 'cert.pem'));
  const key = readText(join(folder, 'key.pem'));
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}

function currentContext(env: NodeJS.ProcessEnv): string | undefined {
  const name = field(readJson(join(configFolder(env), 'config.json')), 'currentContext');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function configFolder(env: NodeJS.ProcessEnv): string {
  return env.DOCKER_CONFIG || join(env.HOME || env.USERPROFILE || homedir(), '.docker');
}

/** Undefined where the file is not there. Throws a `TransportError` where it can't be read or is not JSON. */
function readJson(path: string): unknown {
  const text = readText(path);
  if (text === undefined || text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TransportError(
      'bad-address',
      `${path} is not valid JSON, so that the docker context can't be known.`,
      { cause },
    );
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new TransportError('permission-denied', `${path} can't be read (${String(code)}).`, { cause });
  }
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
