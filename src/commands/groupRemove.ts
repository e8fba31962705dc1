import { t } from '@vscode/l10n';
import { stopContainer, unpauseContainer } from '../engine/containers/lifecycle.ts';
import { removeContainer } from '../engine/containers/removeContainer.ts';
import type { Container } from '../engine/kinds/container.ts';
import { listed } from '../words/listed.ts';
import { objectCommand } from './command.ts';
import { type Failure, throwFailures, tryEachObject } from './forEachObject.ts';
import { byDependency, membersOf } from './groupMembers.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** Removes the containers of projects and stacks, after asking. */
export const groupRemove = objectCommand({
  id: 'group.remove',
  title: 'Remove All…',
  description:
    'Removes the containers of a project, a stack or another group and what was written in them, after saying which these are and which of them run. Volumes, networks and images are kept. In the place of a stack’s containers swarm starts others.',
  icon: 'trash',
  kind: 'group',
  place: 'destroy',
  async run(groups, context) {
    const { engine, ui } = context;
    const going = membersOf(groups, engine.inventory).filter(({ state }) => state !== 'removing');
    if (going.length === 0) return;
    const live = going.filter(isLive);
    const [remove, stop, force] = [t('Remove'), t('Stop and Remove'), t('Force Remove')];
    const chosen = await ui.confirm({
      message:
        going.length === 1
          ? t('Remove the container of {0}?', nameAll(groups))
          : t('Remove the {0} containers of {1}?', going.length, nameAll(groups)),
      detail: detailOf(going, live),
      actions: live.length === 0 ? [remove] : [stop, force],
    });
    if (chosen === undefined) return;
    const failures: Failure[] = [];
    for (const wave of byDependency(going).toReversed()) {
      const title = t('Removing {0}', nameAll(groups));
      const end = async (container: Container, signal: AbortSignal) => {
        const { id, state } = container;
        if (chosen === stop && isLive(container)) {
          if (state === 'paused') await unpauseContainer(engine, id, { signal });
          await stopContainer(engine, id, { signal });
        }
        await removeContainer(engine, id, { force: chosen === force, signal });
      };
      failures.push(...(await tryEachObject(wave, context, title, end)));
    }
    throwFailures(failures, going.length);
  },
});

function detailOf(going: readonly Container[], live: readonly Container[]): string {
  const names = (containers: readonly Container[]) => listed(containers.map(nameOf), 20);
  const tasks = going.some(({ labels }) => labels['com.docker.swarm.task.id'] !== undefined);
  return [
    `${names(going)}.`,
    ...(live.length === 0
      ? []
      : [
          t(
            'Still running: {0}. Stopping lets their processes finish; forcing kills them without any grace.',
            names(live),
          ),
        ]),
    t('What was written in them outside of volumes is lost; volumes, networks and images are kept.'),
    ...(tasks ? [t('Swarm starts others in the place of a stack’s containers.')] : []),
  ].join('\n');
}

/** Whether the engine refuses to remove it unless forced. */
function isLive({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}
