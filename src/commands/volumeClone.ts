import { t } from '@vscode/l10n';
import { cloneVolume } from '../engine/volumes/volumeArchive.ts';
import { listed } from '../words/listed.ts';
import { objectCommand } from './command.ts';
import { nameOf } from './nameOf.ts';
import { volumeNameProblem } from './volumeNameProblem.ts';
import { usersOfVolume } from './volumeRemove.ts';

/** Makes a volume with the same content. */
export const volumeClone = objectCommand({
  id: 'volume.clone',
  title: 'Clone…',
  description:
    'Makes another volume with all that is in this one, on the same engine. No image is pulled for it, and no container runs.',
  icon: 'files',
  kind: 'volume',
  place: 'edit',
  single: true,
  async run([volume], { engine, ui }) {
    if (volume === undefined) return;
    const { inventory } = engine;
    const writers = usersOfVolume(inventory, volume.name).filter(({ state }) => state === 'running');
    const to = await ui.input({
      title: t('Clone {0}', volume.name),
      prompt:
        writers.length === 0
          ? t('Name of the new volume')
          : t('Name of the new volume. {0} may write to this one meanwhile.', listed(writers.map(nameOf), 5)),
      value: `${volume.anonymous ? 'volume' : volume.name}-copy`,
      validate: (name) =>
        volumeNameProblem(name) ??
        (inventory.get('volume', name.trim()) === undefined
          ? undefined
          : t('There is a volume of this name already.')),
    });
    if (to === undefined) return;
    await ui.progress(t('Cloning {0}', volume.name), (signal) =>
      cloneVolume(engine, volume.name, { to: to.trim(), signal }),
    );
  },
});
