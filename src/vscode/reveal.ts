import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';

/**
 * Shows a file or folder of the machine that the extension runs on: in the explorer if it is in the workspace, else by the
 * system's file manager. A window on another machine, or in a browser, has none: it opens the file, or the folder in a
 * window of its own.
 */
export async function reveal(path: string): Promise<void> {
  const uri = vscode.Uri.file(path);
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) {
    await vscode.commands.executeCommand('revealInExplorer', uri);
  } else if (vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop) {
    await vscode.commands.executeCommand('revealFileInOS', uri);
  } else if ((await stat(path)).isDirectory()) {
    await vscode.commands.executeCommand('vscode.openFolder', uri, { forceNewWindow: true });
  } else {
    await vscode.commands.executeCommand('vscode.open', uri);
  }
}
