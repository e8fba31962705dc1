import { fileCommand } from './command.ts';
import { runCompose } from './runCompose.ts';

/** Follows what the services of a Compose file write. */
export const composeLogs = fileCommand({
  id: 'compose.logs',
  title: 'Compose Logs',
  description:
    'Opens a terminal that shows the last 1000 lines of each service of a Compose file and follows them (`docker compose logs`).',
  icon: 'output',
  language: 'dockercompose',
  run: (file, context) => runCompose(file, ['logs', '--follow', '--tail', '1000'], context),
});
