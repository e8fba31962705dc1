import type { Duplex, Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { toEngineError } from './classify.ts';
import type { EngineClient } from './client.ts';
import { startContainer } from './containers/lifecycle.ts';
import { within } from './deadline.ts';
import { dial } from './dial.ts';
import { followSize } from './followSize.ts';
import { segment } from './segment.ts';
import { show } from './show.ts';
import type { TerminalIo, TerminalProgram } from './terminal.ts';

/**
 * Attaches to a container that was created, then starts it, so that nothing of its output is missed. Resolves to its exit
 * code, or to 0 when the person detaches (Ctrl-P Ctrl-Q) or closes the terminal: the container runs on then.
 */
export function attachContainer(engine: EngineClient, id: string): TerminalProgram {
  return async (io) => {
    const over = new AbortController();
    const signal = AbortSignal.any([io.signal, over.signal]);
    try {
      return await run(engine, id, { io, signal });
    } catch (error) {
      if (io.signal.aborted) return 0;
      throw toEngineError(error);
    } finally {
      over.abort();
    }
  };
}

async function run(
  engine: EngineClient,
  id: string,
  { io, signal }: { readonly io: TerminalIo; readonly signal: AbortSignal },
): Promise<number> {
  const path = `/containers/${segment(id)}`;
  const { Config: config } = await engine.client
    .getContainer(segment(id))
    .inspect({ abortSignal: within('read', signal) });
  const tty = config.Tty;
  const socket = await dial<Duplex>(engine, {
    method: 'POST',
    path: `${path}/attach?`,
    hijack: true,
    options: { stream: true, stdin: config.OpenStdin, stdout: true, stderr: true },
    abortSignal: signal,
  });
  const exit = await waitForExit(engine, path, signal);
  await startContainer(engine, id, { signal });
  using _input = io.onInput((data) => {
    if (tty) return void socket.write(data);
    typeLine(data);
  });
  using _size = tty ? followSize(io, resize) : undefined;

  function resize({
    columns: w,
    rows: h,
  }: {
    readonly columns: number;
    readonly rows: number;
  }): Promise<unknown> {
    const abortSignal = within('read', signal);
    return dial(engine, { method: 'POST', path: `${path}/resize?`, options: { w, h }, abortSignal });
  }

  /** Nobody echoes what is typed to a program without a terminal, nor turns Ctrl-C into a signal. */
  function typeLine(data: string): void {
    if (data.includes('\x03')) {
      const abortSignal = within('read', signal);
      void dial(engine, {
        method: 'POST',
        path: `${path}/kill?`,
        options: { signal: 'SIGINT' },
        abortSignal,
      }).catch(() => undefined);
      return;
    }
    if (data.includes('\x04')) return void socket.end();
    const text = data.replaceAll('\r', '\n');
    if (!config.OpenStdin) return;
    io.write(text.replaceAll('\n', '\r\n'));
    socket.write(text);
  }

  await show(socket, { io, tty, signal });
  return await Promise.race([exit.code, detached(engine, path, signal)]);
}

/**
 * Asks for the exit code before there is one: afterwards it may be too late, the container may be gone. Resolves when the
 * engine waits, which it says by beginning its answer; one that does not say so gets a moment.
 */
async function waitForExit(
  engine: EngineClient,
  path: string,
  abortSignal: AbortSignal,
): Promise<{ readonly code: Promise<number> }> {
  const options = { condition: 'next-exit' };
  const answer = dial<Readable>(engine, {
    method: 'POST',
    path: `${path}/wait?`,
    isStream: true,
    options,
    abortSignal,
  });
  const code = answer.then(json).then((result) => (result as { readonly StatusCode: number }).StatusCode);
  code.catch(() => undefined);
  await Promise.race([answer, delay(1000, undefined, { ref: false })]);
  return { code };
}

/** The output has ended: either the container has, or the person detached. */
async function detached(engine: EngineClient, path: string, signal: AbortSignal): Promise<number> {
  await delay(500, undefined, { signal });
  const never = new Promise<number>(() => undefined);
  try {
    const { State: state } = await dial<{ readonly State: { readonly Running: boolean } }>(engine, {
      path: `${path}/json`,
      abortSignal: within('read', signal),
    });
    return state.Running ? 0 : await never;
  } catch {
    return await never;
  }
}
