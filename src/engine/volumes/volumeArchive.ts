import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { t } from '@vscode/l10n';
import type { Call, EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { fileError } from '../files/fileError.ts';
import { saveStream } from '../files/saveStream.ts';
import { segment } from '../segment.ts';
import { createVolume } from './createVolume.ts';
import { removeVolume } from './removeVolume.ts';
import { carrierPath, withVolumes } from './withVolumes.ts';

/** Writes all that is in a volume to a tar file. Resolves to the file's bytes. */
export async function backUpVolume(
  engine: EngineClient,
  name: string,
  options: Call & { readonly file: string; readonly onBytes?: (bytes: number) => void },
): Promise<number> {
  const { file, onBytes, signal = new AbortController().signal } = options;
  return await withVolumes(
    engine,
    [{ name, readOnly: true }],
    async (carrier) =>
      saveStream(await readVolume(engine, carrier, { index: 0, signal }), file, { signal, onBytes }),
    { signal },
  );
}

/**
 * Unpacks a tar file, also a compressed one, into a volume: files of the same path are written over, what else is there
 * stays.
 */
export async function restoreVolume(
  engine: EngineClient,
  name: string,
  options: Call & { readonly file: string },
): Promise<void> {
  const { file, signal = new AbortController().signal } = options;
  await withVolumes(
    engine,
    [{ name, readOnly: false }],
    async (carrier) => {
      const stream = createReadStream(file);
      try {
        await writeVolume(engine, carrier, { index: 0, stream, signal });
      } catch (error) {
        throw error instanceof EngineError ? error : fileError(error, file);
      }
    },
    { signal },
  );
}

/** Makes a volume with the same content as another. A name that is taken is refused. */
export async function cloneVolume(
  engine: EngineClient,
  name: string,
  options: Call & {
    readonly to: string;
    readonly labels?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { to, labels, signal = new AbortController().signal } = options;
  if (await exists(engine, to, signal))
    throw new EngineError('refused', t('There is a volume {0} already.', to));
  await createVolume(engine, { name: to, ...(labels === undefined ? {} : { labels }), signal });
  try {
    const volumes = [
      { name, readOnly: true },
      { name: to, readOnly: false },
    ];
    await withVolumes(
      engine,
      volumes,
      async (carrier) => {
        const stream = await readVolume(engine, carrier, { index: 0, signal });
        await writeVolume(engine, carrier, { index: 1, stream, signal });
      },
      { signal },
    );
  } catch (error) {
    await removeVolume(engine, to).catch(() => undefined);
    throw error;
  }
}

async function exists(engine: EngineClient, name: string, signal: AbortSignal): Promise<boolean> {
  try {
    await dial(engine, { path: `/volumes/${segment(name)}`, abortSignal: signal });
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return false;
    throw error;
  }
}

async function readVolume(
  engine: EngineClient,
  carrier: string,
  { index, signal }: { readonly index: number; readonly signal: AbortSignal },
): Promise<Readable> {
  return await dial<Readable>(engine, {
    path: `/containers/${segment(carrier)}/archive?`,
    options: { path: `${carrierPath(index)}/.` },
    isStream: true,
    abortSignal: signal,
  });
}

async function writeVolume(
  engine: EngineClient,
  carrier: string,
  {
    index,
    stream,
    signal,
  }: { readonly index: number; readonly stream: Readable; readonly signal: AbortSignal },
): Promise<void> {
  await dial(engine, {
    method: 'PUT',
    path: `/containers/${segment(carrier)}/archive?`,
    options: { path: carrierPath(index), noOverwriteDirNonDir: '1', copyUIDGID: '1' },
    file: stream,
    abortSignal: signal,
  });
}
