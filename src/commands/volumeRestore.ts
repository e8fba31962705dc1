import { t } from '@vscode/l10n';
import { restoreVolume } from '../engine/volumes/volumeArchive.ts';
import { listed } from '../words/listed.ts';
import { objectCommand } from './command.ts';
import { nameOf } from './nameOf.ts';
import { usersOfVolume } from './volumeRemove.ts';

/** Unpacks a file into a volume, after asking. */
export const volumeRestore = objectCommand({
  id: 'volume.restore',
  title: 'Restore…',
  description:
    'Unpacks a tar file, also a compressed one, into a volume. Files of the same path are written over, what else is in the volume stays; asks first.',
  icon: 'history',
  kind: 'volume',
  place: 'edit',
  single: true,
  async run([volume], { engine, ui }) {
    if (volume === undefined) return;
    const { name } = volume;
    const [file] =
      (await ui.openFiles({
        title: t('Restore {0}', name),
        filters: { [t('Archives')]: ['tar', 'tgz', 'gz', 'xz', 'bz2'] },
        action: t('Restore'),
      })) ?? [];
    if (file === undefined) return;
    const users = usersOfVolume(engine.inventory, name).filter(({ state }) => state === 'running');
    const chosen = await ui.confirm({
      message: t('Restore {0} from {1}?', name, file),
      detail: [
        t('Files in the volume that have the same path are written over. What else is in it stays.'),
        ...(users.length === 0 ? [] : [t('{0} uses it now.', listed(users.map(nameOf), 10))]),
      ].join('\n'),
      actions: [t('Restore')],
    });
    if (chosen === undefined) return;
    await ui.progress(t('Restoring {0}', name), (signal) => restoreVolume(engine, name, { file, signal }));
    ui.information(t('{0} was restored from {1}.', name, file));
  },
});
