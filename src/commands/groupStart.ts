import { t } from '@vscode/l10n';
import { startContainer } from '../engine/containers/lifecycle.ts';
import { objectCommand } from './command.ts';
import { type Failure, throwFailures, tryEachObject } from './forEachObject.ts';
import { byDependency, membersOf } from './groupMembers.ts';
import { nameAll } from './nameOf.ts';

/** Starts the containers of projects and stacks that do not run. */
export const groupStart = objectCommand({
  id: 'group.start',
  title: 'Start All',
  description:
    'Starts the containers of a project, a stack or another group that do not run: those first that others depend on by their Compose file.',
  icon: 'play',
  kind: 'group',
  states: ['stopped'],
  place: 'lifecycle',
  inline: true,
  async run(groups, context) {
    const { engine } = context;
    const going = membersOf(groups, engine.inventory).filter(
      ({ state }) => state === 'created' || state === 'exited',
    );
    const failures: Failure[] = [];
    for (const wave of byDependency(going)) {
      const title = t('Starting {0}', nameAll(groups));
      failures.push(
        ...(await tryEachObject(wave, context, title, ({ id }, signal) =>
          startContainer(engine, id, { signal }),
        )),
      );
    }
    throwFailures(failures, going.length);
  },
});
