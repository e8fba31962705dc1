import { t } from '@vscode/l10n';
import { watchProcesses } from '../engine/containers/watchProcesses.ts';
import { objectCommand } from './command.ts';

/** Shows what runs in containers. */
export const containerTop = objectCommand({
  id: 'container.top',
  title: 'Show Processes',
  description:
    'Opens a terminal with the processes of a running container, as the engine’s machine sees them. It is drawn anew every other second, until q is typed.',
  icon: 'pulse',
  kind: 'container',
  states: ['running', 'paused'],
  place: 'open',
  async run(containers, { engine, ui }) {
    await Promise.all(
      containers.map(({ id, name }) =>
        ui.terminal({
          name: t('{0} processes', name),
          icon: 'pulse',
          program: watchProcesses(engine, id, { name }),
        }),
      ),
    );
  },
});
