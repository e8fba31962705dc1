import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { type HostStatus, hostStatus } from '../views/hostStatus.ts';
import { plainLabel } from './plainText.ts';
import { refresher } from './refresher.ts';
import { readSettings } from './settings.ts';
import type { WindowHosts } from './windowHosts.ts';

/** What the item's background is, where it stands out. */
const backgrounds: { readonly [T in HostStatus['tone']]: string | undefined } = {
  plain: undefined,
  warning: 'statusBarItem.warningBackground',
  production: 'statusBarItem.errorBackground',
};

/** The active host at the window's foot: its name, how many containers run, whether it answers. A click switches. */
export function createStatusBar(hosts: WindowHosts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('gantry.host', vscode.StatusBarAlignment.Left);
  item.name = t('Docker Host');
  item.command = 'gantry.host.switch';
  const show = () => {
    const host = hosts.active;
    if (host === undefined) return item.hide();
    const { icon, words, tooltip, label, tone } = hostStatus(host, readSettings());
    const name = plainLabel(host.name);
    item.text = `$(${icon}) ${words === '' ? name : `${name}: ${words}`}`;
    item.tooltip = new vscode.MarkdownString(tooltip);
    item.accessibilityInformation = { label };
    const background = backgrounds[tone];
    item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
    item.show();
  };
  const showing = refresher(show);
  const parts = vscode.Disposable.from(
    item,
    showing,
    hosts.onDidChange(({ what, host }) => {
      const concerns = what === 'hosts' || what === 'state' || what === 'container';
      if (concerns && (host === undefined || host === hosts.active?.id)) showing.soon();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('gantry.hosts')) showing.soon();
    }),
  );
  show();
  return parts;
}
