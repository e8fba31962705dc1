import { fileCommand } from './command.ts';
import { runCompose } from './runCompose.ts';

/** Starts the services of a Compose file. */
export const composeUp = fileCommand({
  id: 'compose.up',
  title: 'Compose Up',
  description:
    'Builds, creates and starts the services of a Compose file in the background (`docker compose up --detach --build`). An override file beside it is merged, as Compose does by itself.',
  icon: 'run-all',
  language: 'dockercompose',
  run: (file, context) => runCompose(file, ['up', '--detach', '--build'], context),
});
