import * as vscode from 'vscode';
import { commands } from '../commands/index.ts';
import { openHosts } from '../hosts/openHosts.ts';
import { views } from '../views/index.ts';
import { ActiveHost } from './activeHost.ts';
import { type Api, createApi } from './api.ts';
import { registerCommands } from './commands.ts';
import { keepContextKeys } from './contextKeys.ts';
import { createJsonDocuments } from './documents.ts';
import { startLanguageClient } from './languageClient.ts';
import { createProblems } from './problems.ts';
import { createRuns } from './runs.ts';
import { readSettings } from './settings.ts';
import { createStatusBar } from './statusBar.ts';
import { createTerminals } from './terminals.ts';
import { createTree } from './tree.ts';

/**
 * Starts the extension. An untrusted workspace gets its language features alone: no engine is spoken to until it is
 * trusted. There is no `deactivate`: all that runs is in the context's subscriptions.
 */
export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('Gantry', { log: true });
  const active = new ActiveHost((reason) => log.error(String(reason)));
  const start = () => active.start(openHosts({ env: process.env, log: (line) => log.info(line) }));
  if (vscode.workspace.isTrusted) start();

  const trees = views.map((view) => createTree(view, { active, settings: readSettings }));
  const runs = createRuns(active, log);
  const terminals = createTerminals();
  const documents = createJsonDocuments();
  const problems = createProblems();
  const ui = { terminals, documents, problems, memory: context.workspaceState, log };
  context.subscriptions.push(
    runs,
    registerCommands(commands, { active, trees, runs, ui }),
    terminals,
    documents,
    problems,
    keepContextKeys(active, log),
    createStatusBar(active),
    ...trees,
    startLanguageClient({
      serverPath: context.asAbsolutePath('dist/language-server.js'),
      images: () => active.current?.engine.inventory.list('image').flatMap(({ tags }) => tags) ?? [],
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(start),
    active,
    log,
  );
  return createApi(trees, active);
}
