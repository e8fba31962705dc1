import type { Readable } from 'node:stream';
import type { Call, EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import { saveStream } from '../files/saveStream.ts';
import { segment } from '../segment.ts';

/** Writes a container's file system, without its volumes, to a tar file. Resolves to the file's bytes. */
export async function exportContainer(
  engine: EngineClient,
  id: string,
  options: Call & { readonly file: string; readonly onBytes?: (bytes: number) => void },
): Promise<number> {
  const { file, onBytes, signal = new AbortController().signal } = options;
  const path = `/containers/${segment(id)}/export`;
  const stream = await dial<Readable>(engine, { path, isStream: true, abortSignal: signal });
  return await saveStream(stream, file, { signal, onBytes });
}
