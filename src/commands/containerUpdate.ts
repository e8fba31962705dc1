import { t } from '@vscode/l10n';
import type { Creation } from '../engine/containers/creation.ts';
import { creationOf } from '../engine/containers/creationOf.ts';
import { inspectContainer } from '../engine/containers/inspectContainer.ts';
import { updateContainer } from '../engine/containers/updateContainer.ts';
import { EngineError } from '../engine/errors.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll, nameOf } from './nameOf.ts';
import { updateForm } from './updateForm.ts';

/** Changes limits and restart policy of containers. */
export const containerUpdate = objectCommand({
  id: 'container.update',
  title: 'Change Limits…',
  description:
    'Changes how much processor, memory and how many processes containers may use, and whether the engine starts them again. It applies at once, without a restart.',
  icon: 'dashboard',
  kind: 'container',
  states: ['created', 'running', 'paused', 'restarting', 'exited'],
  place: 'edit',
  needs: 'containerUpdate',
  async run(containers, context) {
    const { engine, ui, signal } = context;
    if (engine.inventory.facts?.capabilities.containerUpdate === false) {
      const words = t(
        'This engine can’t change the limits of a container that is there. Recreate with Changes can.',
      );
      throw new EngineError('refused', words);
    }
    const inspected = await Promise.all(containers.map(({ id }) => inspectContainer(engine, id, { signal })));
    const all = inspected.map((one) => creationOf(one, { image: undefined, instead: true }));
    await ui.form(
      updateForm({
        title: t('Change limits of {0}', nameAll(containers)),
        names: containers.map(nameOf),
        limits: shared(all),
        async run(update) {
          const warnings = new Set<string>();
          await forEachObject(
            containers,
            context,
            t('Changing {0}', nameAll(containers)),
            async ({ id }, cancelled) => {
              for (const one of await updateContainer(engine, id, { ...update, signal: cancelled }))
                warnings.add(one);
            },
          );
          for (const warning of warnings) ui.warning(warning);
        },
      }),
    );
  },
});

/** The limits that all of them have in the same way. */
function shared(all: readonly Creation[]): Pick<Creation, 'cpus' | 'memory' | 'pids' | 'restart'> {
  const [first, ...others] = all;
  if (first === undefined) return {};
  const same = (name: 'cpus' | 'memory' | 'pids' | 'restart') =>
    first[name] !== undefined &&
    others.every((other) => JSON.stringify(other[name]) === JSON.stringify(first[name]));
  return {
    ...(same('cpus') ? { cpus: first.cpus } : {}),
    ...(same('memory') ? { memory: first.memory } : {}),
    ...(same('pids') ? { pids: first.pids } : {}),
    ...(same('restart') ? { restart: first.restart } : {}),
  } as Pick<Creation, 'cpus' | 'memory' | 'pids' | 'restart'>;
}
