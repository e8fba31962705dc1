import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/**
 * Opens a page of `dist/webviews/NAME.{js,css}` in a tab: nothing else is loaded, nothing remote, and no script but that one
 * runs. It keeps its state while another tab is in front.
 */
export function openWebview(
  extensionUri: vscode.Uri,
  options: { readonly name: string; readonly title: string },
): vscode.WebviewPanel {
  const { name, title } = options;
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webviews');
  const panel = vscode.window.createWebviewPanel(`gantry.${name}`, title, vscode.ViewColumn.Active, {
    enableScripts: true,
    retainContextWhenHidden: true,
    localResourceRoots: [folder],
  });
  const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, 'media', `gantry-${theme}.svg`);
  panel.iconPath = { light: icon('light'), dark: icon('dark') };
  const { webview } = panel;
  const part = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const nonce = randomBytes(16).toString('base64url');
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  webview.html = `<!doctype html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${part(`${name}.css`)}">
</head>
<body><script nonce="${nonce}" type="module" src="${part(`${name}.js`)}"></script></body>
</html>`;
  return panel;
}
