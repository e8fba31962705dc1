import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LiveDocument } from '../commands/ui.ts';
import type { OpenHost } from '../hosts/host.ts';
import { LiveText } from './liveText.ts';

const scheme = 'gantry-inspect';
const longestName = 100;

/** Read-only JSON documents that follow what they are about. */
export interface JsonDocuments extends vscode.Disposable {
  /** Shows it in a tab; the one that shows its key already is brought up to date instead. `signal` ends the first reading. */
  show(host: OpenHost, document: LiveDocument, signal: AbortSignal): Promise<void>;
  /** Shows the differences of two. */
  compare(host: OpenHost, left: LiveDocument, right: LiveDocument, signal: AbortSignal): Promise<void>;
}

/** Registers them. What nobody sees is not read again before somebody does. */
export function createJsonDocuments(log: Pick<vscode.LogOutputChannel, 'warn'>): JsonDocuments {
  const texts = new Map<string, LiveText>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const lensesChanged = new vscode.EventEmitter<void>();

  const load = async (host: OpenHost, document: LiveDocument, signal: AbortSignal): Promise<vscode.Uri> => {
    const fresh = uriOf(host, document);
    // The tab keeps the name that it was opened with, also when the object has got another since.
    const uri =
      [...texts.keys()].map((one) => vscode.Uri.parse(one)).find(({ query }) => query === fresh.query) ??
      fresh;
    const key = uri.toString();
    const text = new LiveText(host.engine.inventory, document, {
      visible: () => isVisible(key),
      onDidChange() {
        changed.fire(uri);
        lensesChanged.fire();
      },
      failed: (error) => log.warn(`${document.title}: ${String(error)}`),
    });
    try {
      await text.read(signal);
    } catch (error) {
      text.dispose();
      throw error;
    }
    texts.get(key)?.dispose();
    texts.set(key, text);
    changed.fire(uri);
    const open = await vscode.workspace.openTextDocument(uri);
    await whenShown(open, () => text.text, signal);
    if (open.languageId !== 'json') await vscode.languages.setTextDocumentLanguage(open, 'json');
    return uri;
  };

  const registrations = vscode.Disposable.from(
    changed,
    lensesChanged,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      // A tab that the editor has restored from an earlier session shows a document whose text nobody has any more. The
      // hint is JSON as well.
      provideTextDocumentContent: (uri) =>
        texts.get(uri.toString())?.text ?? `${JSON.stringify(t('Run “Inspect” again to see this.'))}\n`,
    }),
    vscode.languages.registerCodeLensProvider(
      { scheme },
      {
        onDidChangeCodeLenses: lensesChanged.event,
        provideCodeLenses: ({ uri }) => goneLenses(texts.get(uri.toString())),
      },
    ),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      texts.get(uri.toString())?.dispose();
      texts.delete(uri.toString());
    }),
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) texts.get(document.uri.toString())?.seen();
    }),
  );
  return {
    async show(host, document, signal) {
      const uri = await load(host, document, signal);
      await vscode.window.showTextDocument(uri, { preview: false });
    },
    async compare(host, left, right, signal) {
      const [before, after] = await Promise.all([load(host, left, signal), load(host, right, signal)]);
      const title = t('{0} and {1}', left.title, right.title);
      await vscode.commands.executeCommand('vscode.diff', before, after, title, { preview: false });
    },
    dispose() {
      for (const text of texts.values()) text.dispose();
      registrations.dispose();
    },
  };
}

/** Settles when the editor has taken the text over, which it asks for at its own time; or when it is closed or aborted. */
async function whenShown(
  document: vscode.TextDocument,
  text: () => string,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (document.isClosed || document.getText() === text()) resolve();
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(look),
  );
  signal.addEventListener('abort', () => resolve(), { once: true });
  look();
  await promise;
  listening.dispose();
}

/** What stands above the first line of a document whose object is no more. */
function goneLenses(text: LiveText | undefined): vscode.CodeLens[] {
  if (!text?.gone) return [];
  const title = t('Removed. This is what it was.');
  return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command: '' })];
}

function isVisible(key: string): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === key);
}

function uriOf(host: OpenHost, { title, key }: LiveDocument): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${fileName(title)}`, query: JSON.stringify([host.id, key]) });
}

/** A title as one path segment that the editor takes for JSON and shows as it is. */
function fileName(title: string): string {
  const name = title
    .replace(/[/\\]/g, '∕')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, longestName);
  return name.endsWith('.json') ? name : `${name}.json`;
}
