import { t } from '@vscode/l10n';
import { mergedLogs } from '../engine/containers/mergedLogs.ts';
import type { Container } from '../engine/kinds/container.ts';
import { objectCommand } from './command.ts';
import { belongsTo } from './groupMembers.ts';

/** Lines of the past that are shown first, of each container. */
const tail = 200;

/** Follows what the containers of projects and stacks write. */
export const groupLogs = objectCommand({
  id: 'group.logs',
  title: 'View Logs',
  description: `Opens a terminal with the output of all containers of a project, a stack or another group, each line behind its container’s name in a colour of its own: the last ${tail} lines of each in the order of time, then what comes, also of containers that start later.`,
  icon: 'output',
  kind: 'group',
  place: 'open',
  inline: true,
  async run(groups, { engine, ui }) {
    await Promise.all(
      groups.map((group) =>
        ui.terminal({
          name: t('{0} logs', group.name),
          icon: 'output',
          program: mergedLogs(engine, { belongs: belongsTo(group), label: labelIn(group.by), tail }),
        }),
      ),
    );
  },
});

/** Within a project its name says nothing: the service and its number do. */
function labelIn(by: string): (container: Container) => string {
  return ({ name, service, labels }) => {
    if (by !== 'project' || service === undefined) return name;
    const number = labels['com.docker.compose.container-number'];
    return number === undefined ? service : `${service}-${number}`;
  };
}
