import type { EngineClient } from '../engine/client.ts';
import { inspectContainer } from '../engine/containers/inspectContainer.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { LiveDocument } from './ui.ts';

/** All that the engine says of a container, as a document. */
export function containerDocument(
  engine: EngineClient,
  { id, name }: Pick<Container, 'id' | 'name'>,
): LiveDocument {
  return {
    title: name,
    key: `container:${id}`,
    about: { kind: 'container', id },
    read: (signal) => inspectContainer(engine, id, { signal }),
  };
}
