import * as vscode from 'vscode';
import type { Command, CommandContext } from '../commands/command.ts';
import type { Host } from '../hosts/host.ts';
import type { ActiveHost } from './activeHost.ts';
import { filesOf } from './files.ts';
import { objectsOfRows, pickObjects } from './objects.ts';
import { withProgress } from './progress.ts';
import { isRowReference } from './rowIndex.ts';
import type { Runs } from './runs.ts';
import { readSettings } from './settings.ts';
import type { Tree } from './tree.ts';
import { createUi, type UiParts } from './ui.ts';

interface Parts {
  readonly active: ActiveHost;
  readonly trees: readonly Tree[];
  readonly runs: Runs;
  readonly ui: UiParts;
}

/** Registers a table of commands: finds what each works on, wherever it is called from, and runs it. */
export function registerCommands(commands: readonly Command[], parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) =>
      vscode.commands.registerCommand(`gantry.${command.id}`, (...args: readonly unknown[]) =>
        parts.runs.run(command.title, async (signal) => {
          const host = parts.active.current;
          if (host === undefined) await askForTrust();
          else await run(command, args, host, { ...parts, signal });
        }),
      ),
    ),
  );
}

async function run(
  command: Command,
  args: readonly unknown[],
  host: Host,
  parts: Parts & { readonly signal: AbortSignal },
): Promise<void> {
  const { trees, signal } = parts;
  const ui = createUi(parts.ui, signal);
  const context = (scope?: vscode.Uri): CommandContext => ({
    host,
    engine: host.engine,
    ui,
    settings: readSettings(scope),
    signal,
  });
  switch (command.on) {
    case 'host':
      return command.run(context());
    case 'object': {
      const [row, selected] = args;
      const references = (Array.isArray(selected) ? selected : [row]).filter(isRowReference);
      if (references.length === 0) await whenKnown(host, command.kind, signal);
      const found =
        references.length > 0
          ? objectsOfRows(command, references, { trees, host })
          : await pickObjects(command, trees, signal);
      if (found === undefined) return;
      if ('nothing' in found) return ui.information(found.nothing);
      return command.run(found.objects, context());
    }
    case 'file': {
      const found = await filesOf(command.language, args, command.title.replace(/…$/, ''), signal);
      if (found === undefined) return;
      if ('nothing' in found) return ui.warning(found.nothing);
      for (const file of found.files) await command.run(file, context(vscode.Uri.parse(file.uri)));
    }
  }
}

/** Waits until the inventory can say what there is; throws why it can't. */
async function whenKnown(
  { name, engine: { inventory } }: Host,
  kind: Parameters<typeof inventory.loaded>[0],
  signal: AbortSignal,
): Promise<void> {
  if (inventory.loaded(kind)) return;
  await withProgress({
    title: `Connecting to ${name}`,
    signal,
    task: (cancelled) =>
      new Promise<void>((resolve, reject) => {
        const subscriptions: Disposable[] = [];
        const settle = (end: () => void) => {
          for (const subscription of subscriptions) subscription[Symbol.dispose]();
          end();
        };
        const look = () => {
          const { state } = inventory;
          if (inventory.loaded(kind)) settle(resolve);
          else if (state.status === 'unreachable') settle(() => reject(state.error));
        };
        subscriptions.push(inventory.onDidChange(look), inventory.onDidChangeState(look));
        cancelled.addEventListener('abort', () => settle(() => reject(cancelled.reason)), { once: true });
        look();
      }),
  });
}

async function askForTrust(): Promise<void> {
  const manage = 'Manage Workspace Trust';
  const chosen = await vscode.window.showInformationMessage(
    'Gantry speaks to Docker only in a trusted workspace: what it builds and runs comes from the workspace’s files.',
    manage,
  );
  if (chosen === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}
