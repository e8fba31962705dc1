import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toEngineError } from '../classify.ts';
import { fileError } from './fileError.ts';

/**
 * Writes a stream to a file, which is there only once it is whole: until then it is beside it as `NAME.part`, of which
 * nothing is left when it fails. Resolves to its bytes; `onBytes` is told of those written so far.
 */
export async function saveStream(
  stream: Readable,
  path: string,
  {
    signal,
    onBytes,
  }: { readonly signal: AbortSignal; readonly onBytes?: ((bytes: number) => void) | undefined },
): Promise<number> {
  const part = `${path}.part`;
  let bytes = 0;
  try {
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          onBytes?.(bytes);
          yield chunk;
        }
      },
      createWriteStream(part),
      { signal },
    );
    await rename(part, path);
    return bytes;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw toEngineError(fileError(error, path));
  }
}
