import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { toEngineError } from '../classify.ts';
import type { Call, EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { fileError } from '../files/fileError.ts';
import { saveStream } from '../files/saveStream.ts';
import { jsonLines } from '../jsonLines.ts';
import { parseReference, referenceProblem } from '../reference.ts';

/** Writes images with their layers and references to a tar file, as `docker save` does. Resolves to the file's bytes. */
export async function saveImages(
  engine: EngineClient,
  references: readonly string[],
  options: Call & { readonly file: string; readonly onBytes?: (bytes: number) => void },
): Promise<number> {
  const { file, onBytes, signal = new AbortController().signal } = options;
  const stream = await dial<Readable>(engine, {
    path: '/images/get?',
    options: { names: [...references] },
    isStream: true,
    abortSignal: signal,
  });
  return await saveStream(stream, file, { signal, onBytes });
}

/** Loads the images in a tar file that `saveImages` wrote. Resolves to the references, or ids, of what was loaded. */
export async function loadImages(
  engine: EngineClient,
  options: Call & { readonly file: string; readonly onFraction?: (fraction: number) => void },
): Promise<readonly string[]> {
  const loaded: string[] = [];
  for await (const { stream } of upload(engine, options, {
    path: '/images/load?',
    options: { quiet: '1' },
  })) {
    const [, name] = /^Loaded image(?: ID)?: (\S+)\s*$/.exec(stream ?? '') ?? [];
    if (name !== undefined) loaded.push(name);
  }
  return loaded;
}

/** Makes an image with one layer of a tar file of a file system. Resolves to the image's id. */
export async function importImage(
  engine: EngineClient,
  options: Call & {
    readonly file: string;
    /** What it is to be called; nothing where left out. */
    readonly reference?: string;
    readonly message?: string;
    /** Dockerfile instructions that say how it is run, such as `CMD ["sh"]`. */
    readonly changes?: readonly string[];
    readonly onFraction?: (fraction: number) => void;
  },
): Promise<string> {
  const { reference, message, changes = [] } = options;
  const named = reference === undefined ? undefined : parseReference(reference);
  if (reference !== undefined && named === undefined)
    throw new EngineError('refused', referenceProblem(reference) ?? reference);
  let id = '';
  const call = {
    path: '/images/create?',
    options: {
      fromSrc: '-',
      ...(named === undefined ? {} : { repo: named.repository, tag: named.tag ?? 'latest' }),
      ...(message === undefined ? {} : { message }),
      ...(changes.length === 0 ? {} : { changes: [...changes] }),
    },
  };
  for await (const { status } of upload(engine, options, call))
    if (status?.startsWith('sha256:')) id = status;
  return id;
}

interface UploadMessage {
  readonly stream?: string;
  readonly status?: string;
  readonly error?: string;
}

async function* upload(
  engine: EngineClient,
  options: Call & { readonly file: string; readonly onFraction?: (fraction: number) => void },
  call: { readonly path: string; readonly options: Readonly<Record<string, unknown>> },
): AsyncGenerator<UploadMessage> {
  const { file, onFraction, signal = new AbortController().signal } = options;
  try {
    const { size } = await stat(file);
    let sent = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sent += chunk.length;
        onFraction?.(size === 0 ? 1 : sent / size);
        done(null, chunk);
      },
    });
    const source = createReadStream(file);
    source.on('error', (error) => counted.destroy(error));
    const stream = await dial<Readable>(engine, {
      ...call,
      method: 'POST',
      file: source.pipe(counted),
      isStream: true,
      abortSignal: signal,
    });
    for await (const value of jsonLines(stream)) {
      const message = value as UploadMessage;
      if (message.error !== undefined) throw new EngineError('refused', message.error);
      yield message;
    }
  } catch (error) {
    throw toEngineError(fileError(error, file));
  }
}
