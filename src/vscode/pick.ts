import * as vscode from 'vscode';
import type { Choice } from '../commands/ui.ts';
import { plainLabel } from './plainText.ts';

/** A list to pick from; choices with the same `group` that follow each other stand under its name. */
export interface Pick<T> {
  readonly title: string;
  readonly placeholder?: string;
  readonly choices: readonly (Choice<T> & { readonly group?: string })[];
}

/** Resolves to the chosen value, undefined when dismissed. `signal` dismisses it. */
export async function pickOne<T>(options: Pick<T>, signal: AbortSignal): Promise<T | undefined> {
  const chosen = await whileOpen(signal, (token) =>
    vscode.window.showQuickPick(
      itemsOf(options.choices),
      { ...presentation(options), canPickMany: false },
      token,
    ),
  );
  return chosen?.choice?.value;
}

/** As `pickOne`, for any number of them; none chosen is an empty list. */
export async function pickMany<T>(options: Pick<T>, signal: AbortSignal): Promise<readonly T[] | undefined> {
  const chosen = await whileOpen(signal, (token) =>
    vscode.window.showQuickPick(
      itemsOf(options.choices),
      { ...presentation(options), canPickMany: true },
      token,
    ),
  );
  return chosen?.flatMap(({ choice }) => (choice === undefined ? [] : [choice.value]));
}

interface Item<T> extends vscode.QuickPickItem {
  readonly choice?: Choice<T>;
}

function itemsOf<T>(choices: Pick<T>['choices']): Item<T>[] {
  const items: Item<T>[] = [];
  let group: string | undefined;
  for (const choice of choices) {
    if (choice.group !== group) {
      group = choice.group;
      items.push({ label: plainLabel(group ?? ''), kind: vscode.QuickPickItemKind.Separator });
    }
    const { label, description, detail, icon, picked } = choice;
    items.push({
      label: plainLabel(label),
      ...(description === undefined ? {} : { description: plainLabel(description) }),
      ...(detail === undefined ? {} : { detail: plainLabel(detail) }),
      ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
      ...(picked === undefined ? {} : { picked }),
      choice,
    });
  }
  return items;
}

function presentation({ title, placeholder }: Pick<unknown>): vscode.QuickPickOptions {
  return {
    title,
    ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
    matchOnDescription: true,
    matchOnDetail: true,
  };
}

async function whileOpen<R>(
  signal: AbortSignal,
  open: (token: vscode.CancellationToken) => Thenable<R>,
): Promise<R> {
  const source = new vscode.CancellationTokenSource();
  const cancel = () => source.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    if (signal.aborted) cancel();
    return await open(source.token);
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
}
