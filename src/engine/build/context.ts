import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ContextError } from './contextError.ts';
import { contextFiles } from './contextFiles.ts';
import { type ContextTar, contextTar } from './contextTar.ts';
import { IgnoreError, parseIgnore } from './ignore.ts';

/** A build context, ready to be sent. */
export interface Context {
  readonly dockerfile: string;
  /** Where the engine finds the Dockerfile in the context. */
  readonly dockerfilePath: string;
  pack(signal: AbortSignal): ContextTar;
}

/** Reads the Dockerfile and what is ignored. Throws a `ContextError`. */
export async function openContext(options: {
  readonly contextPath: string;
  readonly dockerfilePath: string;
}): Promise<Context> {
  const root = await realPath(options.contextPath, 'The build context');
  const dockerfileSource = await realPath(options.dockerfilePath, 'The Dockerfile');
  if (!(await stat(root)).isDirectory()) throw new ContextError(`The build context ${root} is not a folder.`);
  const content = await read(dockerfileSource);
  if (content === undefined) throw new ContextError(`${dockerfileSource} is not there.`);
  const ignored = await readIgnore(root, [
    `${options.dockerfilePath}.dockerignore`,
    join(root, '.dockerignore'),
  ]);
  const inside = pathWithin(root, dockerfileSource);
  const dockerfilePath = inside ?? nameFor(content);
  return {
    dockerfile: content.toString(),
    dockerfilePath,
    pack: (signal) =>
      contextTar(
        contextFiles(root, { ignore: ignored, always: new Set([dockerfilePath, '.dockerignore']), signal }),
        inside === undefined ? [{ path: dockerfilePath, content }] : [],
      ),
  };
}

/** The first of the files that there is: the Dockerfile's own goes before the context's. */
async function readIgnore(root: string, paths: readonly string[]) {
  for (const path of paths) {
    const content = await read(path);
    if (content === undefined) continue;
    try {
      return parseIgnore(content.toString());
    } catch (error) {
      if (!(error instanceof IgnoreError)) throw error;
      throw new ContextError(`${pathWithin(root, path) ?? path}: ${error.message}`, { cause: error });
    }
  }
  return parseIgnore('');
}

/** Named by its content: the same Dockerfile gives the same context, so that the engine's cache holds. */
function nameFor(content: Buffer): string {
  return `.dockerfile.${createHash('sha256').update(content).digest('hex').slice(0, 20)}`;
}

function pathWithin(root: string, path: string): string | undefined {
  const from = relative(root, path);
  const outside = from === '' || from === '..' || from.startsWith(`..${sep}`) || from === path;
  return outside ? undefined : from.split(sep).join('/');
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ContextError(
      `${path} can't be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

async function realPath(path: string, what: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    throw new ContextError(`${what} ${path} is not there, or can't be read.`, { cause });
  }
}
