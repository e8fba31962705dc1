import * as vscode from 'vscode';

const scheme = 'gantry-inspect';
const longestName = 100;

/** Read-only JSON documents, each under a key. */
export interface JsonDocuments extends vscode.Disposable {
  /** Shows `value` in a tab named `title`; the tab that shows this key already is brought up to date instead. */
  show(document: { readonly title: string; readonly key: string; readonly value: unknown }): Promise<void>;
}

/** Registers them: a text is kept for as long as its document is open. */
export function createJsonDocuments(): JsonDocuments {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registrations = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      // A tab that the editor has restored from an earlier session shows a document whose text nobody has any more.
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '// Inspect it again to see this.\n',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  );
  return {
    async show({ title, key, value }) {
      const uri = vscode.Uri.from({ scheme, path: `/${fileName(title)}`, query: key });
      texts.set(uri.toString(), `${JSON.stringify(value, undefined, 2)}\n`);
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      if (document.languageId !== 'json') await vscode.languages.setTextDocumentLanguage(document, 'json');
      await vscode.window.showTextDocument(document, { preview: false });
    },
    dispose: () => registrations.dispose(),
  };
}

/** A title as one path segment that the editor takes for JSON and shows as it is. */
function fileName(title: string): string {
  const name = title
    .replace(/[/\\]/g, '∕')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, longestName);
  return name.endsWith('.json') ? name : `${name}.json`;
}
