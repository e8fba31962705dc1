import { t } from '@vscode/l10n';
import { mergedLogs } from '../engine/containers/mergedLogs.ts';
import { objectCommand } from './command.ts';
import { nameAll } from './nameOf.ts';

/** Lines of the past that are shown first, of each container. */
const tail = 200;

/** Follows what several containers write, in one terminal. */
export const containerLogsTogether = objectCommand({
  id: 'container.logsTogether',
  title: 'View Logs in One Terminal',
  description: `Opens one terminal with the output of all selected containers, each line behind its container’s name in a colour of its own: the last ${tail} lines of each in the order of time, then what comes, also after they are started again. Ctrl-C ends it.`,
  icon: 'list-flat',
  kind: 'container',
  place: 'open',
  several: true,
  async run(containers, { engine, ui }) {
    const ids = new Set(containers.map(({ id }) => id));
    await ui.terminal({
      name: t('{0} logs', nameAll(containers)),
      icon: 'output',
      program: mergedLogs(engine, { belongs: ({ id }) => ids.has(id), tail }),
    });
  },
});
