import * as vscode from 'vscode';
import { anyForm } from '../commands/form.ts';
import type { Choice, Ui } from '../commands/ui.ts';
import type { OpenHost } from '../hosts/host.ts';
import { confirmOn } from './confirm.ts';
import type { JsonDocuments } from './documents.ts';
import { openFiles, saveFile } from './fileDialogs.ts';
import type { Forms } from './forms.ts';
import { inputText } from './input.ts';
import { pickMany, pickOne } from './pick.ts';
import { plainText } from './plainText.ts';
import type { Problems } from './problems.ts';
import { runProcess } from './processTerminal.ts';
import { withProgress } from './progress.ts';
import { reveal } from './reveal.ts';
import type { Terminals } from './terminals.ts';

/** What the dialogs of all runs share. */
export interface UiParts {
  readonly terminals: Terminals;
  readonly documents: JsonDocuments;
  readonly forms: Forms;
  readonly problems: Problems;
  readonly memory: vscode.Memento;
  /** Hears of messages that could not be shown. */
  readonly log: vscode.LogOutputChannel;
}

/** The editor's dialogs for one run of a command on `host`; `signal` ends what they await with it. */
export function createUi(parts: UiParts, host: OpenHost, signal: AbortSignal): Ui {
  const { terminals, documents, forms, problems, memory, log } = parts;
  const shown = (message: Thenable<unknown>) =>
    message.then(undefined, (error: unknown) => log.error(String(error)));
  return {
    confirm: confirmOn(host),
    input: (options) => inputText(options),
    password: (options) => inputText({ ...options, password: true }),
    form: (form) => forms.open(anyForm(form), host, signal),
    pick: <T>(options: PickOptions<T>) => pickOne(options, signal),
    pickMany: <T>(options: PickOptions<T>) => pickMany(options, signal),
    information: (message) => void shown(vscode.window.showInformationMessage(plainText(message))),
    warning: (message) => void shown(vscode.window.showWarningMessage(plainText(message))),
    progress: (title, task) => withProgress({ title, signal, task }),
    terminal: (options) => terminals.run(options),
    process: runProcess,
    openFiles,
    saveFile,
    document: (document, reading) => documents.show(host, document, reading ?? signal),
    compare: (left, right) => documents.compare(host, left, right, signal),
    copy: (text) => Promise.resolve(vscode.env.clipboard.writeText(text)),
    openExternal: async (url) => {
      await vscode.env.openExternal(vscode.Uri.parse(url, true));
    },
    reveal,
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
