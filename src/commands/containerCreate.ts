import { t } from '@vscode/l10n';
import { hostCommand } from './command.ts';
import { createByForm } from './creation/createByForm.ts';

/** Creates a container from a page that asks for everything. */
export const containerCreate = hostCommand({
  id: 'container.create',
  title: 'Create Container…',
  description:
    'Opens a page that asks for all that `docker run` has: image, command, environment, ports, volumes, networks, limits and more. It shows the `docker run` line that does the same, says what is wrong while it is typed, and keeps what was typed where the engine refuses it.',
  icon: 'add',
  places: [{ view: 'gantry.containers', button: true, when: "gantry.state == 'connected'" }],
  run: (context) => createByForm(context, { title: t('Create Container') }),
});
