import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The docker CLI's folder: DOCKER_CONFIG, else `.docker` in the home. */
export function configFolder(env: NodeJS.ProcessEnv): string {
  return env.DOCKER_CONFIG || join(homeFolder(env), '.docker');
}

/** The person's home as this environment says it. */
export function homeFolder(env: NodeJS.ProcessEnv): string {
  return env.HOME || env.USERPROFILE || homedir();
}

/** The CLI's own configuration, of which `currentContext` is a part. */
export function configFile(env: NodeJS.ProcessEnv): string {
  return join(configFolder(env), 'config.json');
}

/** Where the descriptions of all contexts are, one folder each. */
export function metaFolder(env: NodeJS.ProcessEnv): string {
  return join(configFolder(env), 'contexts', 'meta');
}

/** The folder's name of a context: the digest of its own (docker/cli `cli/context/store/store.go`). */
export function contextFolder(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}

/** A context's description. */
export function metaFile(env: NodeJS.ProcessEnv, name: string): string {
  return join(metaFolder(env), contextFolder(name), 'meta.json');
}

/** A context's certificates and keys, in a folder for each of its endpoints. */
export function tlsFolder(env: NodeJS.ProcessEnv, name: string): string {
  return join(configFolder(env), 'contexts', 'tls', contextFolder(name));
}
