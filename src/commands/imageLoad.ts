import { basename } from 'node:path';
import { t } from '@vscode/l10n';
import { loadImages } from '../engine/images/archiveImages.ts';
import { listed } from '../words/listed.ts';
import { shortReference } from '../words/shortId.ts';
import { type CommandContext, hostCommand } from './command.ts';

/** Loads the images in files that Save has written. */
export const imageLoad = hostCommand({
  id: 'image.load',
  title: 'Load from File…',
  description:
    'Loads the images in tar files that Save or `docker save` has written, and says which these were. A file can also be dropped onto the view.',
  icon: 'folder-opened',
  places: [{ view: 'gantry.images', button: false, when: "gantry.state == 'connected'" }],
  async run(context) {
    const files = await context.ui.openFiles({
      title: t('Load Images'),
      filters: { [t('Archives')]: ['tar', 'tgz', 'gz', 'xz', 'bz2'] },
      many: true,
      action: t('Load'),
    });
    if (files !== undefined) await loadFiles(files, context);
  },
});

/** Loads files one after another; says what was loaded. */
export async function loadFiles(
  files: readonly string[],
  { engine, ui }: Pick<CommandContext, 'engine' | 'ui'>,
): Promise<void> {
  const loaded: string[] = [];
  for (const file of files) {
    loaded.push(
      ...(await ui.progress(t('Loading {0}', basename(file)), (signal, report) =>
        loadImages(engine, { file, signal, onFraction: (fraction) => report({ fraction }) }),
      )),
    );
  }
  ui.information(
    loaded.length === 0
      ? t('There was no image in it.')
      : t('Loaded {0}.', listed(loaded.map(shortReference), 10)),
  );
}
