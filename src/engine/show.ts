import { demultiplex } from './multiplexed.ts';
import { pacedWriter } from './paced.ts';
import type { TerminalIo } from './terminal.ts';
import { lineText, rawText } from './terminalText.ts';

/**
 * Shows a container's output in the terminal until the stream ends.
 */
export async function show(
  stream: AsyncIterable<Buffer>,
  {
    io,
    tty,
    signal,
  }: { readonly io: Pick<TerminalIo, 'write'>; readonly tty: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const write = pacedWriter(io);
  for await (const text of tty ? raw(stream) : lines(stream)) {
    if (signal.aborted) return;
    await write(text);
  }
}

async function* raw(stream: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  const text = rawText();
  for await (const chunk of stream) yield* filled(text.write(chunk));
  yield* filled(text.end());
}

async function* lines(stream: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  const texts = { stdout: lineText(), stderr: lineText() };
  for await (const { stream: name, payload } of demultiplex(stream))
    yield* filled(texts[name].write(payload));
  yield* filled(texts.stdout.end() + texts.stderr.end());
}

function* filled(text: string): Generator<string, void> {
  if (text !== '') yield text;
}
