import { fileCommand } from './command.ts';
import { runCompose } from './runCompose.ts';

/** Restarts the services of a Compose file. */
export const composeRestart = fileCommand({
  id: 'compose.restart',
  title: 'Compose Restart',
  description:
    'Restarts the containers of a Compose file as they are (`docker compose restart`); changes of the file take effect by Compose Up.',
  icon: 'debug-restart',
  language: 'dockercompose',
  run: (file, context) => runCompose(file, ['restart'], context),
});
