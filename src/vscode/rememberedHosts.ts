import type * as vscode from 'vscode';
import type { RememberedHosts } from '../hosts/hosts.ts';
import type { WindowHosts } from './windowHosts.ts';

const key = 'hosts';

/** The hosts that this workspace had open when its window was closed. */
export function rememberedHosts(memory: vscode.Memento): RememberedHosts {
  return memory.get<RememberedHosts>(key) ?? { open: [] };
}

/** Keeps them for the workspace's next window. */
export function rememberHosts(hosts: WindowHosts, memory: vscode.Memento): vscode.Disposable {
  let kept = JSON.stringify(rememberedHosts(memory));
  return hosts.onDidChange(({ what }) => {
    const remembered = hosts.hosts?.remembered;
    const text = JSON.stringify(remembered);
    if (what !== 'hosts' || remembered === undefined || text === kept) return;
    kept = text;
    void memory.update(key, remembered);
  });
}
