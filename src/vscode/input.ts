import * as vscode from 'vscode';
import type { Ui } from '../commands/ui.ts';

/** Asks for a line of text, which `password` hides. */
export async function inputText(
  options: Parameters<Ui['input']>[0] & { readonly password?: boolean },
): Promise<string | undefined> {
  const { title, prompt, value, placeholder, password, validate } = options;
  return await vscode.window.showInputBox({
    title,
    ignoreFocusOut: true,
    ...(prompt === undefined ? {} : { prompt }),
    ...(value === undefined ? {} : { value }),
    ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
    ...(password === undefined ? {} : { password }),
    ...(validate === undefined ? {} : { validateInput: (text: string) => validate(text) ?? null }),
  });
}
