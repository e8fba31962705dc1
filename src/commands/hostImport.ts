import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { t } from '@vscode/l10n';
import { contextNameProblem } from '../transport/contextStore/contextName.ts';
import { hostCommand } from './command.ts';

/** Makes a context of an archive. */
export const hostImport = hostCommand({
  id: 'host.import',
  title: 'Import Context…',
  description: 'Makes a docker context of a tar file that Gantry or `docker context export` has written.',
  icon: 'cloud-download',
  places: [{ view: 'gantry.hosts', button: false, when: 'true' }],
  async run({ hosts, ui }) {
    const title = t('Import a Docker Context');
    const [path] =
      (await ui.openFiles({
        title,
        filters: { [t('Docker contexts')]: ['dockercontext', 'tar'], [t('All files')]: ['*'] },
        action: t('Import'),
      })) ?? [];
    if (path === undefined) return;
    const archive = await readFile(path);
    const name = await ui.input({
      title,
      prompt: t('Name of the docker context'),
      value: basename(path, extname(path)),
      validate: (value) =>
        hosts.contexts.has(value) ? t('There is a context of this name already.') : contextNameProblem(value),
    });
    if (name === undefined) return;
    await hosts.contexts.import(name, archive);
    hosts.refresh();
  },
});
