import { t } from '@vscode/l10n';
import { exportContainer } from '../engine/containers/exportContainer.ts';
import { sizeWords } from '../words/size.ts';
import { objectCommand } from './command.ts';

/** Writes a container's file system to a file. */
export const containerExport = objectCommand({
  id: 'container.export',
  title: 'Export…',
  description:
    'Writes all that is in a container’s file system, volumes excepted, to a tar file. The file is there once it is whole.',
  icon: 'archive',
  kind: 'container',
  states: ['created', 'running', 'paused', 'exited'],
  place: 'edit',
  submenu: 'container.files',
  single: true,
  async run([container], { engine, ui }) {
    if (container === undefined) return;
    const { id, name } = container;
    const file = await ui.saveFile({
      title: t('Export {0}', name),
      suggested: `${name}.tar`,
      filters: { [t('Archives')]: ['tar'] },
      action: t('Export'),
    });
    if (file === undefined) return;
    const bytes = await ui.progress(t('Exporting {0}', name), (signal, report) =>
      exportContainer(engine, id, {
        file,
        signal,
        onBytes: (count) => report({ message: sizeWords(count) }),
      }),
    );
    ui.information(t('{0} was exported to {1} ({2}).', name, file, sizeWords(bytes)));
  },
});
