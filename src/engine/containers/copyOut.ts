import type { Readable } from 'node:stream';
import type { Call, EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import { type Extracted, extractInto } from '../files/extractInto.ts';
import { segment } from '../segment.ts';
import { pathStat } from './pathStat.ts';

/**
 * Copies a file or a folder of a container, running or not, into a folder of this machine, under its own name. A path
 * that is a link is followed; links below are copied as links. Nothing is written outside of the folder.
 */
export async function copyOut(
  engine: EngineClient,
  id: string,
  options: Call & {
    readonly path: string;
    readonly folder: string;
    readonly onBytes?: (bytes: number) => void;
  },
): Promise<Extracted> {
  const { path, folder, onBytes, signal = new AbortController().signal } = options;
  const stat = await pathStat(engine, id, { path, signal });
  const archive = await dial<Readable>(engine, {
    path: `/containers/${segment(id)}/archive?`,
    options: { path: stat?.linkTarget ?? path },
    isStream: true,
    abortSignal: signal,
  });
  return await extractInto(archive, folder, { signal, onBytes });
}
