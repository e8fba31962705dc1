import { t } from '@vscode/l10n';
import { backUpVolume } from '../engine/volumes/volumeArchive.ts';
import { sizeWords } from '../words/size.ts';
import { objectCommand } from './command.ts';

/** Writes all that is in a volume to a file. */
export const volumeBackUp = objectCommand({
  id: 'volume.backUp',
  title: 'Back Up…',
  description:
    'Writes all that is in a volume to a tar file on this machine. The file is there once it is whole. No image is pulled for it, and no container runs.',
  icon: 'save',
  kind: 'volume',
  place: 'edit',
  single: true,
  async run([volume], { engine, ui }) {
    if (volume === undefined) return;
    const { name } = volume;
    const file = await ui.saveFile({
      title: t('Back up {0}', name),
      suggested: `${name}.tar`,
      filters: { [t('Archives')]: ['tar'] },
      action: t('Back Up'),
    });
    if (file === undefined) return;
    const bytes = await ui.progress(t('Backing up {0}', name), (signal, report) =>
      backUpVolume(engine, name, {
        file,
        signal,
        onBytes: (count) => report({ message: sizeWords(count) }),
      }),
    );
    ui.information(t('{0} was backed up to {1} ({2}).', name, file, sizeWords(bytes)));
  },
});
