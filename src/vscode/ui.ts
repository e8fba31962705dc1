import * as vscode from 'vscode';
import type { Choice, Ui } from '../commands/ui.ts';
import type { JsonDocuments } from './documents.ts';
import { pickMany, pickOne } from './pick.ts';
import { plainText } from './plainText.ts';
import type { Problems } from './problems.ts';
import { runProcess } from './processTerminal.ts';
import { withProgress } from './progress.ts';
import type { Terminals } from './terminals.ts';

/** What the dialogs of all runs share. */
export interface UiParts {
  readonly terminals: Terminals;
  readonly documents: JsonDocuments;
  readonly problems: Problems;
  readonly memory: vscode.Memento;
  /** Hears of messages that could not be shown. */
  readonly log: vscode.LogOutputChannel;
}

/** The editor's dialogs for one run of a command; `signal` ends what they await with it. */
export function createUi(parts: UiParts, signal: AbortSignal): Ui {
  const { terminals, documents, problems, memory, log } = parts;
  const shown = (message: Thenable<unknown>) =>
    message.then(undefined, (error: unknown) => log.error(String(error)));
  return {
    confirm: ({ message, detail, actions }) =>
      Promise.resolve(
        vscode.window.showWarningMessage(
          plainText(message),
          { modal: true, ...(detail === undefined ? {} : { detail }) },
          ...actions.map((title) => ({ title })),
        ),
      ).then((chosen) => chosen?.title),
    input: ({ title, prompt, value, placeholder, validate }) =>
      Promise.resolve(
        vscode.window.showInputBox({
          title,
          ignoreFocusOut: true,
          ...(prompt === undefined ? {} : { prompt }),
          ...(value === undefined ? {} : { value }),
          ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
          ...(validate === undefined ? {} : { validateInput: (text: string) => validate(text) ?? null }),
        }),
      ),
    pick: <T>(options: PickOptions<T>) => pickOne(options, signal),
    pickMany: <T>(options: PickOptions<T>) => pickMany(options, signal),
    information: (message) => void shown(vscode.window.showInformationMessage(plainText(message))),
    warning: (message) => void shown(vscode.window.showWarningMessage(plainText(message))),
    progress: (title, task) => withProgress({ title, signal, task }),
    terminal: (options) => terminals.run(options),
    process: runProcess,
    json: (document) => documents.show(document),
    copy: (text) => Promise.resolve(vscode.env.clipboard.writeText(text)),
    openExternal: async (url) => {
      await vscode.env.openExternal(vscode.Uri.parse(url, true));
    },
    problems: (key, found) => problems.replace(key, found),
    memory: {
      get: (key) => memory.get<string>(key),
      set: (key, value) => Promise.resolve(memory.update(key, value)),
    },
  };
}

interface PickOptions<T> {
  readonly title: string;
  readonly placeholder?: string;
  readonly choices: readonly Choice<T>[];
}
