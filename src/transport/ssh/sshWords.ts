import type { Readable } from 'node:stream';
import { t } from '@vscode/l10n';

/** What an ssh says on its way. */
export interface SshWords {
  /** What it has said for a person, of which only so much is kept. */
  readonly text: string;
  /** Whether the other machine has let it in. */
  readonly authenticated: boolean;
}

/** Listens to an ssh; `onProgress` hears how far it is, in words for a person, `onAuthenticated` that it was let in. */
export function listenToSsh(
  output: Readable,
  destination: string,
  onProgress: (words: string) => void,
  onAuthenticated: () => void = () => undefined,
): SshWords {
  let rest = '';
  let text = '';
  let authenticated = false;
  onProgress(t('Connecting to {0}…', destination));
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk.replaceAll('\r', '')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  output.once('end', () => hear(rest));

  function hear(line: string): void {
    const [, user] = /^debug1: Authenticating to .* as '(.*)'$/.exec(line) ?? [];
    if (user !== undefined) onProgress(t('Logging in to {0} as {1}…', destination, user));
    if (/^Authenticated to /.test(line)) {
      authenticated = true;
      onAuthenticated();
      onProgress(t('Opening the engine’s socket on {0}…', destination));
    } else if (line !== '' && !/^debug\d: /.test(line)) text = `${text}${line}\n`.slice(-4000);
  }

  return {
    get text() {
      return text.trim();
    },
    get authenticated() {
      return authenticated;
    },
  };
}
