import { config } from '@vscode/l10n';
import * as vscode from 'vscode';
import { openHosts } from '../hosts/openHosts.ts';
import { views } from '../views/index.ts';
import { type Api, createApi } from './api.ts';
import { type CommandTable, registerCommands } from './commands.ts';
import { keepContextKeys } from './contextKeys.ts';
import { createJsonDocuments } from './documents.ts';
import { createDragAndDrop } from './dragAndDrop.ts';
import { eitherOf } from './eitherOf.ts';
import { createForms } from './forms.ts';
import { startLanguageClient } from './languageClient.ts';
import { createPreferences } from './preferences.ts';
import { createProblems } from './problems.ts';
import { rememberedHosts, rememberHosts } from './rememberedHosts.ts';
import type { RowReference } from './rowReference.ts';
import { createRuns } from './runs.ts';
import { createStatusBar } from './statusBar.ts';
import { createTerminals } from './terminals.ts';
import { createTree } from './tree.ts';
import { createUi } from './ui.ts';
import { createUsage } from './usage.ts';
import { createViewOptions } from './viewOptions.ts';
import { WindowHosts } from './windowHosts.ts';

/**
 * Starts the extension. An untrusted workspace gets its language features alone: no engine is spoken to until it is
 * trusted. There is no `deactivate`: all that runs is in the context's subscriptions.
 */
export function activate(context: vscode.ExtensionContext): Api {
  if (vscode.l10n.bundle !== undefined) config({ contents: vscode.l10n.bundle });
  const log = vscode.window.createOutputChannel('Gantry', { log: true });
  const hosts = new WindowHosts((reason) => log.error(String(reason)));
  const start = () =>
    hosts.start(
      openHosts({
        env: process.env,
        log: (line) => log.info(line),
        remembered: rememberedHosts(context.workspaceState),
      }),
    );
  if (vscode.workspace.isTrusted) start();

  const preferences = createPreferences(context.workspaceState);
  const usage = createUsage(hosts);
  const viewOptions = createViewOptions(preferences, usage);
  const runs = createRuns(log);
  const terminals = createTerminals();
  const documents = createJsonDocuments(log);
  const forms = createForms(context.extensionUri, log);
  const problems = createProblems();
  const ui = { terminals, documents, forms, problems, memory: context.workspaceState, log };
  const dragAndDrop = createDragAndDrop({
    hosts,
    runs,
    ui: (host, signal) => createUi(ui, host, signal),
    row: (reference) => treeOf(reference)?.row(reference),
  });
  const trees = views.map((view) =>
    createTree(view, { hosts, look: usage.look, dragAndDrop: dragAndDrop(view.id), ...viewOptions }),
  );
  const treeOf = ({ view: id }: RowReference) => trees.find(({ view }) => view.id === id);
  context.subscriptions.push(
    runs,
    registerCommands(commandsOf(context), {
      hosts,
      trees,
      runs,
      ui,
      preferences,
      options: viewOptions.options,
    }),
    terminals,
    documents,
    problems,
    keepContextKeys(hosts, log),
    createStatusBar(hosts),
    rememberHosts(hosts, context.workspaceState),
    ...trees,
    startLanguageClient({
      serverPath: context.asAbsolutePath('dist/language-server.js'),
      images: () => hosts.active?.engine.inventory.list('image').flatMap(({ tags }) => tags) ?? [],
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(start),
    preferences,
    viewOptions,
    usage,
    hosts,
    log,
  );
  return createApi(trees, eitherOf<unknown>(hosts.onDidChange, viewOptions.onDidChangeOptions));
}

/** The manifest is made from the table of commands, and names all of them. */
function commandsOf({ extension }: vscode.ExtensionContext): CommandTable {
  const { commands }: { readonly commands: readonly { readonly command: string }[] } =
    extension.packageJSON.contributes;
  return {
    ids: commands.map(({ command }) => command),
    load: async () => (await import('../commands/index.ts')).commands,
  };
}
