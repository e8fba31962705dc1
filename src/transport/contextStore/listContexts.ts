import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import type { DockerContext } from './context.ts';
import { field, readJson } from './files.ts';
import { contextFolder, metaFolder, tlsFolder } from './paths.ts';

/**
 * The contexts of the CLI's store, by name; without `default`, which has no files. A description that can't be read is
 * one of them, named after its folder, with its problem.
 */
export function listContexts(env: NodeJS.ProcessEnv): readonly DockerContext[] {
  const folder = metaFolder(env);
  return namesIn(folder)
    .flatMap((entry) => readContext(env, join(folder, entry), entry) ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readContext(env: NodeJS.ProcessEnv, folder: string, entry: string): DockerContext | undefined {
  const file = join(folder, 'meta.json');
  const broken = (problem: string): DockerContext => {
    return { name: entry.slice(0, 12), skipVerify: false, tls: false, problem };
  };
  try {
    const meta = readJson(file);
    // A folder that is being made or removed.
    if (meta === undefined && !existsSync(file)) return undefined;
    const name = field(meta, 'Name');
    if (typeof name !== 'string' || name === '') return broken(t('{0} does not name its context.', file));
    if (contextFolder(name) !== entry) {
      return {
        ...broken(t('{0} describes the context “{1}”, whose place is another folder.', file, name)),
        name,
      };
    }
    const endpoint = field(field(meta, 'Endpoints'), 'docker');
    const address = field(endpoint, 'Host');
    const description = field(field(meta, 'Metadata'), 'Description');
    return {
      name,
      ...(typeof address === 'string' && address !== '' ? { address } : {}),
      ...(typeof description === 'string' && description !== '' ? { description } : {}),
      skipVerify: field(endpoint, 'SkipTLSVerify') === true,
      tls: namesIn(join(tlsFolder(env, name), 'docker')).length > 0,
    };
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error));
  }
}
