import { containersToPrune } from '../engine/containers/pruneContainers.ts';
import { removeContainer } from '../engine/containers/removeContainer.ts';
import { counted } from '../words/counted.ts';
import { listed } from '../words/listed.ts';
import { sizeWords } from '../words/size.ts';
import { hostCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameOf } from './nameOf.ts';

/** Removes all containers that do not run, after asking. */
export const containerPrune = hostCommand({
  id: 'container.prune',
  title: 'Prune Containers…',
  description:
    'Removes every container that does not run, after saying which these are and how much space that frees. One that is started meanwhile, or stops, is left alone.',
  icon: 'clear-all',
  places: [{ view: 'gantry.containers', button: false, when: "gantry.state == 'connected'" }],
  async run(context) {
    const { engine, ui } = context;
    const { containers, bytes } = await ui.progress('Looking for stopped containers', (signal) =>
      containersToPrune(engine, { signal }),
    );
    if (containers.length === 0) return ui.information('There is no container that does not run.');
    const size = sizeWords(bytes);
    const chosen = await ui.confirm({
      message: `Remove ${counted(containers.length, 'stopped container')}? This frees ${size}.`,
      detail: `${listed(containers.map(nameOf), 30)}.\nWhat was written in them outside of volumes is lost; volumes are kept.`,
      actions: ['Remove'],
    });
    if (chosen === undefined) return;
    // One by one and unforced, not by the engine's prune: that would take what has stopped since, too.
    const title = `Removing ${counted(containers.length, 'container')}`;
    await forEachObject(containers, context, title, ({ id }, signal) =>
      removeContainer(engine, id, { signal }),
    );
    ui.information(`Removed ${counted(containers.length, 'container')}, which freed ${size}.`);
  },
});
