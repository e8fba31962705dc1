import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { referencePath } from '../segment.ts';

/** A step that an image was made by. */
export interface ImageLayer {
  /** Counted from the newest, which is 0. */
  readonly index: number;
  /** The image that it ended, where the engine still knows it. */
  readonly id?: string;
  /** As a Dockerfile has it where it was built from one: `RUN make`. */
  readonly command: string;
  /** Bytes; 0 where it only set something. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly comment: string;
  readonly tags: readonly string[];
}

/** The steps that an image was made by, the newest first. */
export async function imageHistory(
  engine: EngineClient,
  reference: string,
  call?: Call,
): Promise<readonly ImageLayer[]> {
  const entries = await dial<readonly HistoryEntry[]>(engine, {
    path: `/images/${referencePath(reference)}/history`,
    abortSignal: within('read', call?.signal),
  });
  return entries.map((entry, index) => ({
    index,
    ...(entry.Id === '' || entry.Id.startsWith('<') ? {} : { id: entry.Id }),
    command: instructionOf(entry.CreatedBy),
    size: entry.Size,
    createdAt: entry.Created * 1000,
    comment: entry.Comment,
    tags: entry.Tags ?? [],
  }));
}

interface HistoryEntry {
  readonly Id: string;
  readonly Created: number;
  readonly CreatedBy: string;
  readonly Size: number;
  readonly Comment: string;
  readonly Tags?: readonly string[] | null;
}

/**
 * What a Dockerfile says for it. The classic builder writes `/bin/sh -c #(nop)  CMD ["sh"]` and `/bin/sh -c make`, with
 * build arguments as `|1 A=b /bin/sh -c make`; BuildKit writes the instruction with `# buildkit` behind it.
 */
export function instructionOf(createdBy: string): string {
  const text = createdBy.replace(/\s+# buildkit$/, '').trim();
  const nop = /^\/bin\/sh -c #\(nop\)\s+(.*)$/s.exec(text);
  if (nop?.[1] !== undefined) return nop[1].trim();
  const run = /^(?:\|\d+ .*? )?\/bin\/sh -c (.*)$/s.exec(text);
  if (run?.[1] !== undefined) return `RUN ${run[1].trim()}`;
  const buildKit = /^(RUN) (?:\|\d+ .*? )?\/bin\/sh -c (.*)$/s.exec(text);
  return buildKit?.[2] === undefined ? text : `RUN ${buildKit[2].trim()}`;
}
