import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Ui } from '../commands/ui.ts';
import type { OpenHost } from '../hosts/host.ts';
import { plainText } from './plainText.ts';
import { readSettings } from './settings.ts';

/** Modal questions of a command on `host`; where that is in production, its name is asked for besides. */
export function confirmOn(host: Pick<OpenHost, 'name'>): Ui['confirm'] {
  return async ({ message, detail, actions, harmless }) => {
    const chosen = await vscode.window.showWarningMessage(
      plainText(message),
      { modal: true, ...(detail === undefined ? {} : { detail }) },
      ...actions.map((title) => ({ title })),
    );
    if (chosen === undefined || harmless || !isProduction(host)) return chosen?.title;
    return (await isNamed(host, chosen.title)) ? chosen.title : undefined;
  };
}

function isProduction({ name }: Pick<OpenHost, 'name'>): boolean {
  return readSettings()['gantry.hosts.production'].includes(name);
}

async function isNamed({ name }: Pick<OpenHost, 'name'>, action: string): Promise<boolean> {
  const typed = await vscode.window.showInputBox({
    title: action,
    prompt: t('“{0}” is in production. Type its name to go on.', name),
    placeHolder: name,
    ignoreFocusOut: true,
  });
  if (typed === undefined || typed === name) return typed === name;
  throw new Error(t('“{0}” is not the name of the host, which is “{1}”. Nothing was done.', typed, name));
}
