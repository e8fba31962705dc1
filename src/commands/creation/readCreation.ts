import { t } from '@vscode/l10n';
import type { EngineClient } from '../../engine/client.ts';
import type { Creation } from '../../engine/containers/creation.ts';
import { creationOf } from '../../engine/containers/creationOf.ts';
import { inspectContainer } from '../../engine/containers/inspectContainer.ts';
import { EngineError } from '../../engine/errors.ts';
import { inspectImage } from '../../engine/images/inspectImage.ts';
import type { Container } from '../../engine/kinds/container.ts';

/** What makes this container again; `instead` of it or beside it. */
export async function readCreation(
  engine: EngineClient,
  { id, imageId }: Container,
  { instead, signal }: { readonly instead: boolean; readonly signal: AbortSignal },
): Promise<Creation> {
  const [inspection, image] = await Promise.all([
    inspectContainer(engine, id, { signal }),
    inspectImage(engine, imageId, { signal }).catch((error: unknown) => {
      // Removed by force: what it had then counts as the container's own.
      if (error instanceof EngineError && error.status === 404) return undefined;
      throw error;
    }),
  ]);
  return creationOf(inspection, { image, instead });
}

/** Throws for a container that swarm made, and would make again. */
export function refuseTask({ name, labels }: Container): void {
  if (labels['com.docker.swarm.task.id'] === undefined) return;
  const service = labels['com.docker.swarm.service.name'] ?? '';
  throw new EngineError(
    'refused',
    t(
      '{0} is a task of the service {1}, and swarm would put another one in its place: change the service.',
      name,
      service,
    ),
  );
}
