import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';
import { carrierLabel, carrierRepository } from '../carrier.ts';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { segment } from '../segment.ts';

/** Where the volumes are in the carrier, in their order. */
export function carrierPath(index: number): string {
  return `/volume-${index}`;
}

/**
 * Lets the archive API reach into volumes: by a container that has them, which is never started and removed afterwards.
 * It is made of an empty image of our own, which goes as well, so that nothing is pulled and nothing need be there.
 */
export async function withVolumes<T>(
  engine: EngineClient,
  volumes: readonly { readonly name: string; readonly readOnly: boolean }[],
  task: (container: string) => Promise<T>,
  call: Call = {},
): Promise<T> {
  const image = await emptyImage(engine, call);
  try {
    const { Id: id } = await dial<{ readonly Id: string }>(engine, {
      method: 'POST',
      path: '/containers/create',
      options: {
        Image: image,
        Cmd: ['none'],
        Labels: { [carrierLabel]: '1' },
        HostConfig: {
          NetworkMode: 'none',
          Mounts: volumes.map(({ name, readOnly }, i) => ({
            Type: 'volume',
            Source: name,
            Target: carrierPath(i),
            ReadOnly: readOnly,
            // What an image has at the place is not to be copied into a new volume.
            VolumeOptions: { NoCopy: true },
          })),
        },
      },
      abortSignal: within('change', call.signal),
    });
    try {
      return await task(id);
    } finally {
      await dial(engine, {
        method: 'DELETE',
        path: `/containers/${segment(id)}?force=true`,
        abortSignal: within('change'),
      });
    }
  } finally {
    await dial(engine, {
      method: 'DELETE',
      path: `/images/${segment(image)}`,
      abortSignal: within('change'),
    }).catch(ignoreMissing);
  }
}

/** Imports an image with nothing in it, under a tag of its own. Returns the tag. */
async function emptyImage(engine: EngineClient, { signal }: Call): Promise<string> {
  const tag = randomUUID();
  const archive = pack();
  // An archive with nothing in it is none to some engines.
  const entry = { mode: 0o755, mtime: new Date(0), uid: 0, gid: 0, uname: '', gname: '', size: 0 };
  archive.entry({ ...entry, name: 'empty/', type: 'directory' });
  archive.finalize();
  const stream = await dial<Readable>(engine, {
    method: 'POST',
    path: '/images/create?',
    // By its label it is known as ours also in the moment between losing its tag and going.
    options: { fromSrc: '-', repo: carrierRepository, tag, changes: `LABEL ${carrierLabel}=1` },
    file: Readable.from(archive),
    isStream: true,
    abortSignal: within('change', signal),
  });
  let last = '';
  for await (const chunk of stream) last = String(chunk);
  if (/"error"/.test(last)) throw new EngineError('refused', last.trim());
  return `${carrierRepository}:${tag}`;
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof EngineError && error.status === 404)) throw error;
}
