import { inspectImage } from '../engine/kinds/image.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** Shows all that the engine knows of images. */
export const imageInspect = objectCommand({
  id: 'image.inspect',
  title: 'Inspect',
  description: 'Opens what the engine says of an image, as a read-only JSON document.',
  icon: 'json',
  kind: 'image',
  place: 'open',
  run: (images, context) =>
    forEachObject(images, context, `Inspecting ${nameAll(images)}`, async (image, signal) => {
      const value = await inspectImage(context.engine, image.reference, { signal });
      await context.ui.json({ title: nameOf(image), key: `image:${image.reference}`, value });
    }),
});
