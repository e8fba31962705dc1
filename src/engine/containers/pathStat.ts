import type { IncomingMessage } from 'node:http';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { segment } from '../segment.ts';

/** A path in a container. */
export interface PathStat {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Where a link leads, as an absolute path in the container. */
  readonly linkTarget?: string;
}

/** Bits of Go's `os.FileMode`, which the engine writes. */
const bits = { directory: 31, symlink: 27, device: 26, pipe: 25, socket: 24 } as const;

/**
 * What a path of a container is; undefined where it is nothing, or leads through a file. This answer of the engine's has no
 * words: those are to be had of what is done with the path next.
 */
export async function pathStat(
  engine: EngineClient,
  id: string,
  { path, signal }: Call & { readonly path: string },
): Promise<PathStat | undefined> {
  try {
    const answer = await dial<IncomingMessage>(engine, {
      method: 'HEAD',
      path: `/containers/${segment(id)}/archive?`,
      options: { path },
      isStream: true,
      abortSignal: within('read', signal),
    });
    answer.resume();
    const header = answer.headers['x-docker-container-path-stat'];
    const stat: unknown = JSON.parse(Buffer.from(String(header), 'base64').toString());
    return readStat(stat as RawStat);
  } catch (error) {
    if (error instanceof EngineError && (error.status === 404 || error.status === 500)) return undefined;
    throw error;
  }
}

interface RawStat {
  readonly name?: string;
  readonly size?: number;
  readonly mode?: number;
  readonly linkTarget?: string;
}

function readStat({ name = '', size = 0, mode = 0, linkTarget }: RawStat): PathStat {
  // By division: bit 31 is the sign of JavaScript's own bit operations.
  const has = (bit: number) => Math.floor(mode / 2 ** bit) % 2 === 1;
  const special = has(bits.device) || has(bits.pipe) || has(bits.socket);
  const type = has(bits.directory) ? 'directory' : has(bits.symlink) ? 'symlink' : special ? 'other' : 'file';
  return { name, type, size, ...(linkTarget ? { linkTarget } : {}) };
}
