import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

/** Says why nothing can be done with Docker in a workspace that is not trusted, and offers to trust it. */
export async function askForTrust(): Promise<void> {
  const manage = t('Manage Workspace Trust');
  const chosen = await vscode.window.showInformationMessage(
    t(
      'Gantry speaks to Docker only in a trusted workspace: what it builds and runs comes from the workspace’s files.',
    ),
    manage,
  );
  if (chosen === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}
