import { t } from '@vscode/l10n';
import { restartContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { type Failure, throwFailures, tryEachObject } from './forEachObject.ts';
import { byDependency, membersOf } from './groupMembers.ts';
import { nameAll } from './nameOf.ts';

/** Stops and starts the containers of projects and stacks that run. */
export const groupRestart = objectCommand({
  id: 'group.restart',
  title: 'Restart All',
  description:
    'Stops and starts the containers of a project, a stack or another group that run: those first that others depend on by their Compose file.',
  icon: 'debug-restart',
  kind: 'group',
  states: ['running'],
  place: 'lifecycle',
  async run(groups, context) {
    const { engine } = context;
    const going = membersOf(groups, engine.inventory).filter(
      ({ state }) => state === 'running' || state === 'paused' || state === 'restarting',
    );
    const failures: Failure[] = [];
    for (const wave of byDependency(going)) {
      const title = t('Restarting {0}', nameAll(groups));
      failures.push(
        ...(await tryEachObject(wave, context, title, ({ id }, signal) =>
          restartContainer(engine, id, { signal }),
        )),
      );
    }
    throwFailures(failures, going.length);
  },
});
