import * as vscode from 'vscode';
import type { OpenHost } from '../hosts/host.ts';
import { plainLabel } from './plainText.ts';
import { refresher } from './refresher.ts';
import type { WindowHosts } from './windowHosts.ts';

const retryCommand = 'gantry.statusBar.retry';

/** The active host at the window's foot: its name, how many containers run, and whether it answers. */
export function createStatusBar(hosts: WindowHosts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('gantry.host', vscode.StatusBarAlignment.Left);
  item.name = 'Docker Host';
  const show = () => {
    const host = hosts.active;
    if (host === undefined) return item.hide();
    const { text, tooltip, command, warning } = appearance(host);
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: tooltip };
    item.command = command;
    item.backgroundColor = warning ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  const showing = refresher(show);
  const parts = vscode.Disposable.from(
    item,
    showing,
    hosts.onDidChange(({ what }) => {
      if (what === 'state' || what === 'hosts' || what === 'container') showing.soon();
    }),
    vscode.commands.registerCommand(retryCommand, () => hosts.active?.engine.inventory.retry()),
  );
  show();
  return parts;
}

interface Appearance {
  readonly text: string;
  readonly tooltip: string;
  readonly command: string;
  readonly warning: boolean;
}

function appearance({ name, address, engine: { inventory } }: OpenHost): Appearance {
  const label = plainLabel(name);
  const view = 'gantry.containers.focus';
  switch (inventory.state.status) {
    case 'connected': {
      const running = inventory.list('container').filter(({ state }) => state === 'running').length;
      const count = `${running} running container${running === 1 ? '' : 's'}`;
      return {
        text: `$(server-environment) ${label}: ${running} running`,
        tooltip: `Docker host ${name} at ${address}: ${count}.`,
        command: view,
        warning: false,
      };
    }
    case 'connecting':
      return {
        text: `$(loading~spin) ${label}`,
        tooltip: `Connecting to Docker host ${name} at ${address}.`,
        command: view,
        warning: false,
      };
    case 'unreachable':
      return {
        text: `$(debug-disconnect) ${label}: no answer`,
        tooltip: `Docker host ${name} at ${address} does not answer. It is tried again by itself; click to try now.\n${inventory.state.error.message}`,
        command: retryCommand,
        warning: true,
      };
  }
}
