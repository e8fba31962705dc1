import { inspectNode } from '../engine/kinds/node.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Shows all that the swarm knows of nodes. */
export const nodeInspect = objectCommand({
  id: 'node.inspect',
  title: 'Inspect',
  description: 'Opens what the swarm says of a node, as a read-only JSON document.',
  icon: 'json',
  kind: 'node',
  place: 'open',
  inline: true,
  run: (nodes, context) =>
    forEachObject(nodes, context, `Inspecting ${nameAll(nodes)}`, async ({ id, hostname }, signal) => {
      const value = await inspectNode(context.engine, id, { signal });
      await context.ui.json({ title: hostname, key: `node:${id}`, value });
    }),
});
