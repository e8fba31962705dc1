import { inspectContainer } from '../engine/containers/inspectContainer.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Shows all that the engine knows of containers. */
export const containerInspect = objectCommand({
  id: 'container.inspect',
  title: 'Inspect',
  description: 'Opens what the engine says of a container, as a read-only JSON document.',
  icon: 'json',
  kind: 'container',
  place: 'open',
  run: (containers, context) =>
    forEachObject(containers, context, `Inspecting ${nameAll(containers)}`, async ({ id, name }, signal) => {
      const value = await inspectContainer(context.engine, id, { signal });
      await context.ui.json({ title: name, key: `container:${id}`, value });
    }),
});
