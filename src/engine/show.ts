import { setTimeout as delay } from 'node:timers/promises';
import { demultiplex } from './multiplexed.ts';
import type { TerminalIo } from './terminal.ts';
import { lineText, rawText } from './terminalText.ts';

/** A terminal's own share of a second, in milliseconds, and how much it gets in it, in UTF-16 units. */
const turn = 16;
const most = 128 * 1024;

/**
 * Shows a container's output in the terminal until the stream ends. A terminal can't say that it is full, so it gets no
 * more than it can draw; what comes faster waits in the engine and, by its pipe, in the container.
 */
export async function show(
  stream: AsyncIterable<Buffer>,
  {
    io,
    tty,
    signal,
  }: { readonly io: Pick<TerminalIo, 'write'>; readonly tty: boolean; readonly signal: AbortSignal },
): Promise<void> {
  let written = 0;
  let since = performance.now();
  for await (const text of tty ? raw(stream) : lines(stream)) {
    if (signal.aborted) return;
    io.write(text);
    written += text.length;
    const now = performance.now();
    if (now - since >= turn) {
      written = 0;
      since = now;
    } else if (written > most) {
      await delay(turn);
    }
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
