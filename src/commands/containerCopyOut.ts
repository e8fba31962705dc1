import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { t } from '@vscode/l10n';
import { copyOut } from '../engine/containers/copyOut.ts';
import { pathStat } from '../engine/containers/pathStat.ts';
import { EngineError } from '../engine/errors.ts';
import { listed } from '../words/listed.ts';
import { sizeWords } from '../words/size.ts';
import { objectCommand } from './command.ts';
import { askContainerPath } from './containerPath.ts';

/** Copies a file or a folder out of a container. */
export const containerCopyOut = objectCommand({
  id: 'container.copyOut',
  title: 'Copy Files out of It…',
  description:
    'Copies a file or a folder of a container, running or not, into a folder of this machine. The path is typed; the working directory and what is mounted are proposed. Nothing is ever written outside of the folder that was chosen, and links are not followed there.',
  icon: 'cloud-download',
  kind: 'container',
  place: 'edit',
  submenu: 'container.files',
  single: true,
  async run([container], { engine, ui, signal }) {
    if (container === undefined) return;
    const { id, name } = container;
    const title = t('Copy files out of {0}', name);
    const asked = {
      title,
      prompt: t('Which file or folder of the container?'),
      purpose: 'copy-out',
    } as const;
    const path = await askContainerPath(container, asked, { engine, ui, signal });
    if (path === undefined) return;
    const stat = await pathStat(engine, id, { path, signal });
    if (stat === undefined) throw new EngineError('refused', t('There is no {0} in {1}.', path, name));
    const [folder] = (await ui.openFiles({ title, folders: true, action: t('Copy Here') })) ?? [];
    if (folder === undefined) return;
    const target = posix.basename(stat.linkTarget ?? path);
    if (await isThere(join(folder, target))) {
      const replace = t('Replace');
      const chosen = await ui.confirm({
        message: t('Replace what is in {0}?', join(folder, target)),
        detail: t('It is there already. Files in it by the same names as those of the container are lost.'),
        actions: [replace],
      });
      if (chosen !== replace) return;
    }
    const { bytes, skipped } = await ui.progress(t('Copying out of {0}', name), (cancelled, report) =>
      copyOut(engine, id, {
        path,
        folder,
        signal: cancelled,
        onBytes: (count) =>
          report({
            message: sizeWords(count),
            ...(stat.type === 'file' && stat.size > 0 ? { fraction: count / stat.size } : {}),
          }),
      }),
    );
    ui.information(t('{0} copied from {1} to {2}.', sizeWords(bytes), name, join(folder, target)));
    if (skipped.length > 0)
      ui.warning(t('Left out, since this machine has no like of it: {0}.', listed(skipped)));
  },
});

async function isThere(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}
