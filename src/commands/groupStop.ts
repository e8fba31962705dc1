import { t } from '@vscode/l10n';
import { stopContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { type Failure, throwFailures, tryEachObject } from './forEachObject.ts';
import { byDependency, membersOf } from './groupMembers.ts';
import { nameAll } from './nameOf.ts';

/** Stops the containers of projects and stacks. */
export const groupStop = objectCommand({
  id: 'group.stop',
  title: 'Stop All',
  description:
    'Stops the containers of a project, a stack or another group after their grace: those last that others depend on by their Compose file. In the place of a stack’s containers swarm starts others.',
  icon: 'debug-stop',
  kind: 'group',
  states: ['running'],
  place: 'lifecycle',
  inline: true,
  async run(groups, context) {
    const { engine } = context;
    const going = membersOf(groups, engine.inventory).filter(
      ({ state }) => state === 'running' || state === 'paused' || state === 'restarting',
    );
    const failures: Failure[] = [];
    for (const wave of byDependency(going).toReversed()) {
      const title = t('Stopping {0}', nameAll(groups));
      failures.push(
        ...(await tryEachObject(wave, context, title, ({ id }, signal) =>
          stopContainer(engine, id, { signal }),
        )),
      );
    }
    throwFailures(failures, going.length);
  },
});
