import { posix } from 'node:path';
import { t } from '@vscode/l10n';
import { toEngineError } from '../classify.ts';
import type { Call, EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { type PackedPaths, packPaths } from '../files/packPaths.ts';
import { segment } from '../segment.ts';
import { pathStat } from './pathStat.ts';

/**
 * Copies files and folders of this machine into a folder of a container, running or not, each under its own name. Folders
 * that are missing on the way are made; what is there is replaced. All belongs to root then.
 */
export async function copyIn(
  engine: EngineClient,
  id: string,
  options: Call & {
    readonly paths: readonly string[];
    /** Absolute. */
    readonly folder: string;
    readonly onBytes?: (bytes: number) => void;
  },
): Promise<PackedPaths['sent']> {
  const { paths, folder, onBytes, signal = new AbortController().signal } = options;
  const { there, missing } = await nearest(engine, id, { path: folder, signal });
  const { stream, sent } = packPaths(paths, { into: missing, onBytes });
  try {
    await dial(engine, {
      method: 'PUT',
      path: `/containers/${segment(id)}/archive?`,
      // A folder never takes a file's place, nor a file a folder's.
      options: { path: there, noOverwriteDirNonDir: '1' },
      file: stream,
      abortSignal: signal,
    });
  } catch (error) {
    throw toEngineError(error);
  }
  return sent;
}

/** The deepest folder on the way that there is, and what is missing below it. */
async function nearest(
  engine: EngineClient,
  id: string,
  { path, signal }: { readonly path: string; readonly signal: AbortSignal },
): Promise<{ readonly there: string; readonly missing: string }> {
  if (!path.startsWith('/') && !/^[a-z]:[/\\]/i.test(path)) {
    throw new EngineError('refused', t('{0} is not an absolute path.', path));
  }
  for (let there = path; ; there = posix.dirname(there)) {
    const stat = await pathStat(engine, id, { path: there, signal });
    const target =
      stat?.linkTarget === undefined ? stat : await pathStat(engine, id, { path: stat.linkTarget, signal });
    if (target?.type === 'directory')
      return { there: stat?.linkTarget ?? there, missing: posix.relative(there, path) };
    if (stat !== undefined) throw new EngineError('refused', t('{0} is not a folder.', there));
    if (there === posix.dirname(there))
      throw new EngineError('refused', t('There is no {0} in the container.', path));
  }
}
