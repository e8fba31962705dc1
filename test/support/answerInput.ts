import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';

/**
 * Accepts what the open input box or pick list proposes, while `asking` waits for it. The editor tells extensions nothing
 * of what is open, so it is accepted again and again until `asking` goes on: `done` says when it has.
 */
export async function acceptProposals<T>(asking: Promise<T>, done: () => boolean = () => false): Promise<T> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  asking.then(end, end);
  while (!ended && !done()) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await delay(50);
  }
  return await asking;
}
