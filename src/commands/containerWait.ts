import { t } from '@vscode/l10n';
import { waitForContainer } from '../engine/containers/waitForContainer.ts';
import { objectCommand } from './command.ts';
import { forEachObject } from './forEachObject.ts';
import { nameAll } from './nameOf.ts';

/** Says when containers have ended. */
export const containerWait = objectCommand({
  id: 'container.wait',
  title: 'Wait until It Ends',
  description:
    'Shows progress until a container ends, and then says its exit code. Cancelling ends the waiting alone.',
  icon: 'watch',
  kind: 'container',
  states: ['running', 'paused', 'restarting'],
  place: 'open',
  run: (containers, context) =>
    forEachObject(
      containers,
      context,
      t('Waiting until {0} ends', nameAll(containers)),
      async ({ id, name }, signal) => {
        const code = await waitForContainer(context.engine, id, { signal });
        const { ui } = context;
        if (code === 0) ui.information(t('{0} has ended with exit code 0.', name));
        else ui.warning(t('{0} has ended with exit code {1}.', name, code));
      },
      containers.length,
    ),
});
