import type { Connection } from 'vscode-languageserver/node';
import { wordsOf } from './words.ts';

/** Logs to the client what nobody caught, and goes on: one broken part must not take the others with it. */
export function survive(connection: Connection): void {
  // Also what a promise nobody waits for is rejected with ends here.
  process.on('uncaughtException', (error) => {
    try {
      connection.console.error(wordsOf(error));
    } catch {
      // The connection is closed: the editor is gone, and with it whoever the server is for.
      process.exit(1);
    }
  });
}
