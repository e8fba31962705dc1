import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { dial } from '../dial.ts';
import { EngineError } from '../errors.ts';
import { parseReference, referenceProblem } from '../reference.ts';

export interface Commit extends Call {
  /** The new image's reference, `latest` where it has no tag; without it the image has none. */
  readonly reference?: string;
  readonly message?: string;
  readonly author?: string;
  /** Dockerfile instructions that change its settings: `CMD ["x"]`. */
  readonly changes?: readonly string[];
  /** Whether a running container is paused meanwhile, so that its files are of one moment; it is unless told otherwise. */
  readonly pause?: boolean;
}

/** Makes an image of a container's file system, without its volumes. Resolves to the image's id. */
export async function commitContainer(engine: EngineClient, id: string, commit: Commit): Promise<string> {
  const { reference, message, author, changes = [], pause = true, signal } = commit;
  const target = reference === undefined ? undefined : parseReference(reference);
  if (reference !== undefined && (target === undefined || target.digest !== undefined)) {
    throw new EngineError('refused', referenceProblem(reference) ?? reference);
  }
  const { Id: image } = await dial<{ readonly Id: string }>(engine, {
    method: 'POST',
    path: '/commit?',
    options: {
      _query: {
        container: id,
        repo: target?.repository,
        tag: target && (target.tag ?? 'latest'),
        comment: message,
        author,
        changes: changes.length === 0 ? undefined : [...changes],
        pause,
      },
      // Settings that change none: Podman refuses a body that is empty.
      _body: { Labels: {} },
    },
    abortSignal: within('long', signal),
  });
  return image;
}
