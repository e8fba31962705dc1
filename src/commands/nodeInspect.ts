import { t } from '@vscode/l10n';
import { inspectNode } from '../engine/kinds/node.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Shows all that the swarm knows of nodes. */
export const nodeInspect = objectCommand({
  id: 'node.inspect',
  title: 'Inspect',
  description:
    'Opens what the swarm says of a node, as a read-only JSON document. It follows the node: what changes is read again.',
  icon: 'json',
  kind: 'node',
  place: 'open',
  inline: true,
  run: (nodes, { engine, ui, signal }) =>
    forEachObject(nodes, { ui, signal }, t('Inspecting {0}', nameAll(nodes)), ({ id, hostname }, cancelled) =>
      ui.document(
        {
          title: hostname,
          key: `node:${id}`,
          about: { kind: 'node', id },
          read: (reading) => inspectNode(engine, id, { signal: reading }),
        },
        cancelled,
      ),
    ),
});
