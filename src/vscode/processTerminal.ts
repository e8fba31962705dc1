import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Ui } from '../commands/ui.ts';

/**
 * Runs a child process in a terminal of the editor, as a task: the one way that both keeps what it wrote when it has
 * ended and tells its exit code. Resolves to that, or to undefined when it was ended by closing the terminal.
 */
export async function runProcess(options: Parameters<Ui['process']>[0]): Promise<number | undefined> {
  const { name, file, args, cwd, env } = options;
  const task = new vscode.Task(
    // Two runs of one thing are two tasks: the editor would ask whether to end the first.
    { type: 'gantry-process', run: randomUUID() },
    vscode.workspace.workspaceFolders === undefined ? vscode.TaskScope.Global : vscode.TaskScope.Workspace,
    name,
    'Gantry',
    new vscode.ProcessExecution(file, [...args], {
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env: { ...env } }),
    }),
  );
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    panel: vscode.TaskPanelKind.Dedicated,
    showReuseMessage: true,
    echo: true,
  };
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const listeners: vscode.Disposable[] = [];
  try {
    let execution: vscode.TaskExecution | undefined;
    listeners.push(
      vscode.tasks.onDidEndTaskProcess((event) => {
        if (event.execution === execution) resolve(event.exitCode);
      }),
      // A process that could not be started ends only this way.
      vscode.tasks.onDidEndTask((event) => {
        if (event.execution === execution) setTimeout(resolve, 0, undefined);
      }),
    );
    execution = await vscode.tasks.executeTask(task);
    return await promise;
  } catch (error) {
    reject(error);
    return await promise;
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}
