import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type EntryHeader, type Pack, pack } from 'tar-stream';
import { ContextError } from './contextError.ts';
import type { ContextFile } from './contextFiles.ts';

/** A context on its way to the engine. */
export interface ContextTar {
  readonly stream: Readable;
  /** Files and bytes of them sent so far. */
  readonly sent: { readonly files: number; readonly bytes: number };
}

/** A file beside those of the context: the Dockerfile, where it lies outside. */
export interface ExtraFile {
  readonly path: string;
  readonly content: Buffer;
}

/** Packs files as they come; what goes wrong is the stream's error. Nothing is read that nobody takes. */
export function contextTar(files: AsyncIterable<ContextFile>, extra: readonly ExtraFile[]): ContextTar {
  const archive = pack();
  const sent = { files: 0, bytes: 0 };
  fill().catch((error: unknown) => archive.destroy(toContextError(error)));

  async function fill(): Promise<void> {
    for (const { path, content } of extra) await packContent(archive, path, content);
    for await (const file of files) {
      if (archive.destroyed) return;
      await packFile(archive, file);
      sent.files += 1;
      sent.bytes += file.type === 'file' ? file.stats.size : 0;
    }
    archive.finalize();
  }

  return { stream: archive, sent };
}

async function packFile(archive: Pack, file: ContextFile): Promise<void> {
  const { size } = file.stats;
  if (file.type !== 'file' || size === 0) return await packContent(archive, file.path, Buffer.alloc(0), file);
  // No more than the header says, also where the file grows meanwhile.
  const source = createReadStream(file.source, { end: size - 1 });
  const entry = archive.entry({ ...headerOf(file.path, file), size });
  try {
    await pipeline(source, entry);
  } catch (error) {
    if (!(error instanceof Error && error.message === 'size mismatch')) throw error;
    throw new ContextError(`${file.path} in the build context changed while it was sent.`, { cause: error });
  }
}

function toContextError(error: unknown): ContextError {
  if (error instanceof ContextError) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new ContextError(`The build context can't be sent: ${words}`, { cause: error });
}

function packContent(archive: Pack, path: string, content: Buffer, file?: ContextFile): Promise<void> {
  const header = file === undefined ? extraHeader(path) : headerOf(path, file);
  return new Promise((resolve, reject) => {
    archive.entry({ ...header, size: content.length }, content, (error) =>
      error ? reject(error) : resolve(),
    );
  });
}

/** Owners are of no meaning on the engine; as the CLI does, all belongs to root. */
const root = { uid: 0, gid: 0, uname: '', gname: '' };

function headerOf(path: string, { type, stats, target }: ContextFile): EntryHeader {
  return {
    ...root,
    name: type === 'directory' ? `${path}/` : path,
    type,
    mode: modeOf(stats.mode),
    mtime: stats.mtime,
    ...(target === undefined ? {} : { linkname: target }),
  };
}

function extraHeader(path: string): EntryHeader {
  return { ...root, name: path, type: 'file', mode: 0o644, mtime: new Date(0) };
}

/** Windows has no such bits; the CLI makes everything executable there. */
function modeOf(mode: number): number {
  return process.platform === 'win32' ? (mode & 0o777) | 0o111 : mode & 0o7777;
}
