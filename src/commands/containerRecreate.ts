import { t } from '@vscode/l10n';
import { recreateContainer } from '../engine/containers/recreateContainer.ts';
import { EngineError } from '../engine/errors.ts';
import { objectCommand } from './command.ts';
import { creationForm } from './creation/creationForm.ts';
import { readCreation, refuseTask } from './creation/readCreation.ts';

/** Puts a changed container in the place of one. */
export const containerRecreate = objectCommand({
  id: 'container.recreate',
  title: 'Recreate with Changes…',
  description:
    'Opens the page of Create Container with all that a container was made with. What is changed there needs a new container: it takes the place of the old one, with its volumes, networks and aliases, and from what its image is by now. The old one is removed only once the new one runs; where it does not, the old one is back as it was.',
  icon: 'replace',
  kind: 'container',
  states: ['created', 'running', 'paused', 'restarting', 'exited', 'dead'],
  place: 'edit',
  single: true,
  async run([container], { engine, host, settings, signal, ui }) {
    if (container === undefined) return;
    refuseTask(container);
    const base = await readCreation(engine, container, { instead: true, signal });
    const lost = base.autoRemove
      ? t(
          'The engine removes {0} as soon as it is stopped: where the new one fails, it is made again without what was written in it.',
          container.name,
        )
      : t(
          'What was written in {0} outside of volumes is lost once the new one runs; volumes are kept.',
          container.name,
        );
    const recreate = t('Recreate');
    // The question asks for the host's name there.
    const isMeant = async () =>
      (await ui.confirm({
        message: t('Recreate {0}?', container.name),
        detail: lost,
        actions: [recreate],
      })) === recreate;
    const id = await ui.form(
      creationForm({
        title: t('Recreate {0}', container.name),
        description: lost,
        submit: recreate,
        inventory: engine.inventory,
        base,
        instead: container.id,
        async run(creation, { signal: cancelled }) {
          if (settings['gantry.hosts.production'].includes(host.name) && !(await isMeant())) {
            throw new EngineError('aborted', t('Cancelled.'));
          }
          return await recreateContainer(engine, container.id, { creation, signal: cancelled });
        },
      }),
    );
    if (id !== undefined) ui.information(t('{0} was recreated.', container.name));
  },
});
