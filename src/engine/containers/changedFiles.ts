import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { segment } from '../segment.ts';

/** What became of a path of the image in a container. */
export interface ChangedFile {
  readonly path: string;
  readonly change: 'modified' | 'added' | 'deleted';
}

const changes = ['modified', 'added', 'deleted'] as const;

/** What differs in a container from its image, by path; volumes are no part of it. */
export async function changedFiles(
  engine: EngineClient,
  id: string,
  call?: Call,
): Promise<readonly ChangedFile[]> {
  const path = `/containers/${segment(id)}/changes`;
  const abortSignal = within('long', call?.signal);
  const listed = await dial<readonly { readonly Path: string; readonly Kind: number }[] | null>(engine, {
    path,
    abortSignal,
  });
  return (Array.isArray(listed) ? listed : [])
    .map(({ Path, Kind }) => ({ path: Path, change: changes[Kind] ?? 'modified' }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
