import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { referencePath } from '../segment.ts';

/** What went: references, and with the last one of an image its layers. */
export interface RemovedImage {
  readonly untagged: readonly string[];
  readonly deleted: readonly string[];
}

/** Removes a reference, and with the last one the image; `force` also where a stopped container uses it. */
export async function removeImage(
  { client }: EngineClient,
  reference: string,
  options: Call & { readonly force?: boolean },
): Promise<RemovedImage> {
  const removed = await client.getImage(referencePath(reference)).remove({
    force: options.force ?? false,
    abortSignal: within('long', options.signal),
  });
  return deletions(removed);
}

/** Reads the engine's list of what it has removed. */
export function deletions(
  entries: readonly { readonly Untagged?: string; readonly Deleted?: string }[],
): RemovedImage {
  return {
    untagged: entries.flatMap(({ Untagged }) => Untagged ?? []),
    deleted: entries.flatMap(({ Deleted }) => Deleted ?? []),
  };
}
