import { t } from '@vscode/l10n';
import { type Disposable, languages, type TextDocument, window, workspace } from 'vscode';
import { documentSelector } from './documentSelector.ts';

export interface LanguageClientOptions {
  /** Absolute path of the language server's JavaScript. */
  readonly serverPath: string;
  /** References of the images on the active host, for completion behind `FROM` and `image:`. */
  images(): readonly string[];
}

/** Ends the server, and the client with it; settles when both are gone. */
export interface RunningLanguageClient extends Disposable {
  dispose(): Promise<void>;
}

/** Commands that the server may name in code lenses and completions; another spelling of its `requests.ts`. */
const commands = ['gantry.dockerfile.build', 'gantry.compose.up', 'editor.action.triggerSuggest'];

/**
 * Serves Dockerfiles, Compose and stack files by the language server. Neither it nor its client is loaded before the
 * first such document is open. A server that crashes is started again, until it has crashed five times in three minutes.
 */
export function startLanguageClient(options: LanguageClientOptions): RunningLanguageClient {
  let stopped = false;
  let client: Promise<{ dispose(): Promise<void> }> | undefined;
  const startFor = (document: TextDocument): void => {
    if (client !== undefined || stopped || languages.match(documentSelector, document) === 0) return;
    opened.dispose();
    client = start(options);
    client.catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      window.showErrorMessage(
        t(
          "Dockerfiles and Compose files are not checked, because Gantry's language client could not be loaded: {0}. Reinstall the extension.",
          reason,
        ),
      );
    });
  };
  const opened = workspace.onDidOpenTextDocument(startFor);
  workspace.textDocuments.forEach(startFor);
  return {
    async dispose() {
      stopped = true;
      opened.dispose();
      // One that could not be loaded has been reported, and there is nothing to end.
      await (await client?.catch(() => undefined))?.dispose();
    },
  };
}

async function start({ serverPath, images }: LanguageClientOptions): Promise<{ dispose(): Promise<void> }> {
  const { LanguageClient, RevealOutputChannelOn, TransportKind } = await import('./lspClient.ts');
  const client = new LanguageClient(
    'gantry',
    'Gantry Language Server',
    { module: serverPath, transport: TransportKind.ipc },
    {
      documentSelector: [...documentSelector],
      initializationOptions: { images: true, commands },
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  );
  client.onRequest('gantry/images', () => [...images()]);
  // It says itself why it could not start.
  await client.start().catch(() => undefined);
  return client;
}
