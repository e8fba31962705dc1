import { t } from '@vscode/l10n';
import { changedFiles } from '../engine/containers/changedFiles.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Shows what containers have written. */
export const containerChanges = objectCommand({
  id: 'container.changes',
  title: 'Show Changed Files',
  description:
    'Opens a document with the files that a container has added, modified or deleted since its image, volumes excepted: what is lost with it.',
  icon: 'diff',
  kind: 'container',
  states: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
  place: 'open',
  submenu: 'container.files',
  run: (containers, context) =>
    forEachObject(
      containers,
      context,
      t('Looking for what {0} changed', nameAll(containers)),
      ({ id, name }, signal) =>
        context.ui.document(
          {
            title: t('{0} changes', name),
            key: `container-changes:${id}`,
            about: { kind: 'container', id },
            async read(cancelled) {
              const files = await changedFiles(context.engine, id, { signal: cancelled });
              const of = (change: string) =>
                files.filter((file) => file.change === change).map(({ path }) => path);
              return { added: of('added'), modified: of('modified'), deleted: of('deleted') };
            },
          },
          signal,
        ),
    ),
});
