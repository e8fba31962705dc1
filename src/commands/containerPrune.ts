import { t } from '@vscode/l10n';
import { containersToPrune, type SizedContainer } from '../engine/containers/pruneContainers.ts';
import { removeContainer } from '../engine/containers/removeContainer.ts';
import { listed } from '../words/listed.ts';
import { sizeWords } from '../words/size.ts';
import { type CommandContext, hostCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameOf } from './nameOf.ts';
import { pruneForm } from './pruneForm.ts';
import type { Ui } from './ui.ts';

/** Removes all containers that do not run, after asking. */
export const containerPrune = hostCommand({
  id: 'container.prune',
  title: 'Prune Containers…',
  description:
    'Removes every container that does not run, after saying which these are and how much space that frees. Filter narrows them down by age and label. One that is started meanwhile, or stops, is left alone.',
  icon: 'clear-all',
  places: [{ view: 'gantry.containers', button: false, when: "gantry.state == 'connected'" }],
  async run(context) {
    const { engine, ui } = context;
    const all = await ui.progress(t('Looking for stopped containers'), (signal) =>
      containersToPrune(engine, { signal }),
    );
    if (all.containers.length === 0) return ui.information(t('There is no container that does not run.'));
    const filter = t('Filter…');
    const chosen = await ask(all.containers, ui, [filter]);
    if (chosen === undefined) return;
    if (chosen !== filter) return await removeAll(all.containers, context);
    const fitting = await ui.form(pruneForm(all.containers, Date.now()));
    if (fitting === undefined) return;
    if (fitting.length === 0) return ui.information(t('No container fits.'));
    if ((await ask(fitting, ui, [])) !== undefined) await removeAll(fitting, context);
  },
});

function ask(
  containers: readonly SizedContainer[],
  ui: Ui,
  further: readonly string[],
): Promise<string | undefined> {
  const size = sizeWords(bytesOf(containers));
  return ui.confirm({
    message:
      containers.length === 1
        ? t('Remove 1 stopped container? This frees {0}.', size)
        : t('Remove {0} stopped containers? This frees {1}.', containers.length, size),
    detail: `${listed(containers.map(nameOf), 30)}.\n${t('What was written in them outside of volumes is lost; volumes are kept.')}`,
    actions: [t('Remove'), ...further],
  });
}

/** One by one and unforced, not by the engine's prune: that would take what has stopped since, too. */
async function removeAll(containers: readonly SizedContainer[], context: CommandContext): Promise<void> {
  const { engine, ui } = context;
  const count = containers.length;
  const title = count === 1 ? t('Removing 1 container') : t('Removing {0} containers', count);
  await forEachObject(containers, context, title, ({ id }, signal) =>
    removeContainer(engine, id, { signal }),
  );
  const size = sizeWords(bytesOf(containers));
  ui.information(
    count === 1
      ? t('Removed 1 container, which freed {0}.', size)
      : t('Removed {0} containers, which freed {1}.', count, size),
  );
}

function bytesOf(containers: readonly SizedContainer[]): number {
  return containers.reduce((sum, { bytes }) => sum + bytes, 0);
}
