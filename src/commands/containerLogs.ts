import { t } from '@vscode/l10n';
import { containerLogs as logsOf } from '../engine/logs.ts';
import { objectCommand } from './command.ts';

/** Lines of the past that are shown first. */
const tail = 1000;

/** Follows what containers write, each in a terminal. */
export const containerLogs = objectCommand({
  id: 'container.logs',
  title: 'View Logs',
  description: `Opens a terminal that shows the last ${tail} lines of a container’s output and follows it until it ends.`,
  icon: 'output',
  kind: 'container',
  states: ['running', 'paused', 'restarting', 'exited', 'dead'],
  place: 'open',
  inline: true,
  async run(containers, { engine, ui }) {
    await Promise.all(
      containers.map(({ id, name }) =>
        ui.terminal({ name: t('{0} logs', name), icon: 'output', program: logsOf(engine, id, { tail }) }),
      ),
    );
  },
});
