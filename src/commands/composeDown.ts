import { basename } from 'node:path';
import { t } from '@vscode/l10n';
import type { Container } from '../engine/kinds/container.ts';
import { listed } from '../words/listed.ts';
import { fileCommand } from './command.ts';
import { nameOf } from './nameOf.ts';
import { runCompose } from './runCompose.ts';

/** Removes what Compose Up made, after asking. */
export const composeDown = fileCommand({
  id: 'compose.down',
  title: 'Compose Down…',
  description:
    'Stops and removes the containers and networks of a Compose file (`docker compose down`), after saying which containers these are. Volumes and images are kept.',
  icon: 'debug-stop',
  language: 'dockercompose',
  async run(file, context) {
    const containers = context.engine.inventory
      .list('container')
      .filter((container) => isOf(container, file.path));
    const what =
      containers.length === 0
        ? t('None of its containers are known to this engine.')
        : t('These containers will be stopped and removed: {0}.', listed(containers.map(nameOf), 20));
    const chosen = await context.ui.confirm({
      message: t('Take down the services of {0}?', basename(file.path)),
      detail: `${what}\n${t('Its networks go too. Volumes and images are kept.')}`,
      actions: [t('Down')],
    });
    if (chosen !== undefined) await runCompose(file, ['down'], context);
  },
});

/** Compose notes on each container the files that it was made from. */
function isOf({ labels }: Container, path: string): boolean {
  return (labels['com.docker.compose.project.config_files'] ?? '').split(',').includes(path);
}
