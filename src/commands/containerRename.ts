import { t } from '@vscode/l10n';
import { renameContainer } from '../engine/containers/renameContainer.ts';
import { objectCommand } from './command.ts';
import { containerNameProblem } from './containerNameProblem.ts';

/** Gives a container another name. */
export const containerRename = objectCommand({
  id: 'container.rename',
  title: 'Rename…',
  description:
    'Gives a container another name, running or not. What is wrong with a name is said while it is typed.',
  icon: 'edit',
  kind: 'container',
  states: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
  place: 'edit',
  single: true,
  key: { key: 'f2' },
  async run([container], { engine, ui, signal }) {
    if (container === undefined) return;
    const { id, name: oldName } = container;
    const name = await ui.input({
      title: t('Rename {0}', oldName),
      prompt: t('New name of the container'),
      value: oldName,
      validate(value) {
        const owner = engine.inventory.list('container').find((other) => other.name === value);
        if (owner !== undefined && owner.id !== id) return t('Another container has this name.');
        return containerNameProblem(value);
      },
    });
    if (name === undefined || name === oldName) return;
    await renameContainer(engine, id, { name, signal });
  },
});
