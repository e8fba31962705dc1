import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import { containerDocument } from './containerDocument.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Shows all that the engine knows of containers. */
export const containerInspect = objectCommand({
  id: 'container.inspect',
  title: 'Inspect',
  description:
    'Opens what the engine says of a container, as a read-only JSON document. It follows the container: what changes is read again.',
  icon: 'json',
  kind: 'container',
  place: 'open',
  run: (containers, context) =>
    forEachObject(containers, context, t('Inspecting {0}', nameAll(containers)), (container, signal) =>
      context.ui.document(containerDocument(context.engine, container), signal),
    ),
});
