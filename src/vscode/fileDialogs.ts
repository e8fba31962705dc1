import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import type { FileFilters, Ui } from '../commands/ui.ts';

/** The editor's dialogs, which show the machine that the extension runs on, also in remote windows. */
export const openFiles: Ui['openFiles'] = async ({ title, filters, many, folders, action }) => {
  const chosen = await vscode.window.showOpenDialog({
    title,
    canSelectMany: many ?? false,
    canSelectFolders: folders ?? false,
    canSelectFiles: !folders,
    ...common(filters, action),
  });
  return chosen?.map(({ fsPath }) => fsPath);
};

/** As `openFiles`, for a file to write. */
export const saveFile: Ui['saveFile'] = async ({ title, suggested, filters, action }) => {
  const { openLabel: saveLabel, defaultUri: folder, ...rest } = common(filters, action);
  const defaultUri =
    folder === undefined || isAbsolute(suggested)
      ? vscode.Uri.file(suggested)
      : vscode.Uri.joinPath(folder, suggested);
  const chosen = await vscode.window.showSaveDialog({
    title,
    defaultUri,
    ...(saveLabel === undefined ? {} : { saveLabel }),
    ...rest,
  });
  return chosen?.fsPath;
};

function common(filters: FileFilters | undefined, action: string | undefined) {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri;
  return {
    ...(folder === undefined ? {} : { defaultUri: folder }),
    ...(action === undefined ? {} : { openLabel: action }),
    ...(filters === undefined
      ? {}
      : { filters: Object.fromEntries(Object.entries(filters).map(([name, ends]) => [name, [...ends]])) }),
  };
}
