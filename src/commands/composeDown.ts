import { basename } from 'node:path';
import type { Container } from '../engine/kinds/container.ts';
import { counted } from '../words/counted.ts';
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
        ? 'None of its containers are known to this engine.'
        : `${counted(containers.length, 'container')} will be stopped and removed: ${listed(containers.map(nameOf), 20)}.`;
    const chosen = await context.ui.confirm({
      message: `Take down the services of ${basename(file.path)}?`,
      detail: `${what}\nIts networks go too. Volumes and images are kept.`,
      actions: ['Down'],
    });
    if (chosen !== undefined) await runCompose(file, ['down'], context);
  },
});

/** Compose notes on each container the files that it was made from. */
function isOf({ labels }: Container, path: string): boolean {
  return (labels['com.docker.compose.project.config_files'] ?? '').split(',').includes(path);
}
