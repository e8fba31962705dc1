import type { EngineClient } from '../engine/client.ts';
import { inspectImage } from '../engine/images/inspectImage.ts';
import type { ImageReference } from '../engine/kinds/image.ts';
import { nameOf } from './nameOf.ts';
import type { LiveDocument } from './ui.ts';

/** All that the engine says of an image, as a document. */
export function imageDocument(engine: EngineClient, image: ImageReference): LiveDocument {
  return {
    title: nameOf(image),
    key: `image:${image.id}:${image.reference}`,
    about: { kind: 'image', id: image.id },
    // By its id: the reference may be another image's by the next time.
    read: (signal) => inspectImage(engine, image.id, { signal }),
  };
}
