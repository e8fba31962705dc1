import type { Readable } from 'node:stream';
import { toEngineError } from './classify.ts';
import type { EngineClient } from './client.ts';
import { within } from './deadline.ts';
import { segment } from './segment.ts';
import { show } from './show.ts';
import type { TerminalProgram } from './terminal.ts';

/**
 * Shows a container's output and follows it until the container ends, the terminal is closed or Ctrl-C is typed.
 * `tail`: only so many of the lines that are there already. The exit code is 0.
 */
export function containerLogs(
  { client }: EngineClient,
  id: string,
  { tail }: { readonly tail?: number },
): TerminalProgram {
  return async (io) => {
    const interrupt = new AbortController();
    const signal = AbortSignal.any([io.signal, interrupt.signal]);
    using _input = io.onInput((data) => {
      if (data.includes('\x03')) interrupt.abort();
    });
    const container = client.getContainer(segment(id));
    try {
      const { Config: config } = await container.inspect({ abortSignal: within('read', signal) });
      const options = {
        follow: true,
        stdout: true,
        stderr: true,
        ...(tail === undefined ? {} : { tail }),
      } as const;
      const stream = (await container.logs({ ...options, abortSignal: signal })) as Readable;
      await show(stream, { io, tty: config.Tty, signal });
    } catch (error) {
      if (!signal.aborted) throw toEngineError(error);
    }
    return 0;
  };
}
