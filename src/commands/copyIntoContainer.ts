import { t } from '@vscode/l10n';
import { copyIn } from '../engine/containers/copyIn.ts';
import type { Container } from '../engine/kinds/container.ts';
import { listed } from '../words/listed.ts';
import { sizeWords } from '../words/size.ts';
import type { CommandContext } from './command.ts';
import { askContainerPath } from './containerPath.ts';

/** Asks for files or for folders, and where in the container they go, and copies them. A dialog offers one of the two alone. */
export async function copyIntoContainer(
  container: Container,
  { engine, ui, signal }: CommandContext,
  folders: boolean,
): Promise<void> {
  const { id, name } = container;
  const title = folders ? t('Copy a folder into {0}', name) : t('Copy files into {0}', name);
  const paths = await ui.openFiles({ title, many: true, folders, action: t('Copy') });
  if (paths === undefined || paths.length === 0) return;
  const asked = {
    title,
    prompt: t('Which folder of the container do they go to?'),
    purpose: 'copy-in',
  } as const;
  const folder = await askContainerPath(container, asked, { engine, ui, signal });
  if (folder === undefined) return;
  const { bytes, skipped } = await ui.progress(t('Copying into {0}', name), (cancelled, report) =>
    copyIn(engine, id, {
      paths,
      folder,
      signal: cancelled,
      onBytes: (count) => report({ message: sizeWords(count) }),
    }),
  );
  ui.information(t('{0} copied to {1} in {2}.', sizeWords(bytes), folder, name));
  if (skipped.length > 0)
    ui.warning(t('Left out, since they are neither files nor folders: {0}.', listed(skipped)));
}
