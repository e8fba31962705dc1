import type { Duplex } from 'node:stream';
import { toEngineError } from './classify.ts';
import type { EngineClient } from './client.ts';
import { within } from './deadline.ts';
import { dial } from './dial.ts';
import { EngineError } from './errors.ts';
import { followSize } from './followSize.ts';
import { onAbort } from './onAbort.ts';
import { segment } from './segment.ts';
import { show } from './show.ts';
import type { TerminalIo, TerminalProgram } from './terminal.ts';

/** bash where there is one, else sh, in one go. */
const unixShell = ['/bin/sh', '-c', 'if command -v bash >/dev/null 2>&1; then exec bash; else exec sh; fi'];
const windowsShell = ['cmd'];
/** How long a shell whose terminal was closed may take to end, in milliseconds, before it is left alone. */
const farewell = 1000;

export interface Exec {
  /** A shell where there is none. */
  readonly command?: readonly string[];
  /** A name or a number, with a group behind a colon where it is another; the container's own where there is none. */
  readonly user?: string;
  /** Absolute path in the container; the container's own where there is none. */
  readonly workdir?: string;
  readonly privileged?: boolean;
}

/**
 * A shell, or another command, in a running container, with a terminal of its own: what is typed, Ctrl-C included, goes
 * to it. Resolves to its exit code. Closing the terminal sends it Ctrl-C and Ctrl-D, since an engine would let it run on.
 */
export function containerShell(engine: EngineClient, id: string, options: Exec): TerminalProgram {
  return async (io) => {
    try {
      const command = options.command ?? (await shellOf(engine, id, io.signal));
      const exec = await createExec(engine, id, { ...options, command, io });
      return await runExec(engine, exec, { io, named: options.command !== undefined });
    } catch (error) {
      if (io.signal.aborted) return 130;
      throw toEngineError(error);
    }
  };
}

async function shellOf(
  { client }: EngineClient,
  id: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const container = await client.getContainer(segment(id)).inspect({ abortSignal: within('read', signal) });
  return container.Platform === 'windows' ? windowsShell : unixShell;
}

/** Returns the exec's id. */
async function createExec(
  engine: EngineClient,
  id: string,
  { command, user, workdir, privileged, io }: Exec & { readonly io: TerminalIo },
): Promise<string> {
  const { size } = io;
  const created = await dial<{ readonly Id: string }>(engine, {
    method: 'POST',
    path: `/containers/${segment(id)}/exec`,
    abortSignal: within('change', io.signal),
    options: {
      _body: {
        Cmd: command,
        ...(user === undefined ? {} : { User: user }),
        ...(workdir === undefined ? {} : { WorkingDir: workdir }),
        ...(privileged ? { Privileged: true } : {}),
        Tty: true,
        AttachStdin: true,
        AttachStdout: true,
        AttachStderr: true,
        Env: ['TERM=xterm-256color'],
        // The engine's own Ctrl-P would keep the shell waiting for what follows it.
        DetachKeys: 'ctrl-^,ctrl-_',
        ...(size === undefined ? {} : { ConsoleSize: [size.rows, size.columns] }),
      },
    },
  });
  return created.Id;
}

async function runExec(
  engine: EngineClient,
  exec: string,
  { io, named }: { readonly io: TerminalIo; readonly named: boolean },
): Promise<number> {
  const over = new AbortController();
  const socket = await dial<Duplex>(engine, {
    method: 'POST',
    path: `/exec/${segment(exec)}/start`,
    hijack: true,
    abortSignal: over.signal,
    options: { _body: { Detach: false, Tty: true } },
  });
  using _closing = onAbort(io.signal, () => {
    socket.end('\x03\x04');
    setTimeout(() => over.abort(), farewell).unref();
  });
  using _input = io.onInput((data) => socket.write(data));
  using _size = followSize(io, ({ columns: w, rows: h }) =>
    dial(engine, {
      method: 'POST',
      path: `/exec/${segment(exec)}/resize?`,
      options: { w, h },
      abortSignal: within('read', io.signal),
    }),
  );
  let last = '';
  const output: Pick<TerminalIo, 'write'> = {
    write(data) {
      last = (last + data).slice(-500);
      if (!io.signal.aborted) io.write(data);
    },
  };
  await show(socket, { io: output, tty: true, signal: over.signal });
  const code = await exitCode(engine, exec, io.signal);
  if ((code === 126 || code === 127) && /OCI runtime exec failed|executable file not found/.test(last)) {
    throw new EngineError(
      'refused',
      named ? last.trim() : 'The container has no shell: neither bash nor sh is in it.',
    );
  }
  return code;
}

/** The stream may end a moment before the engine knows the code. */
async function exitCode(engine: EngineClient, exec: string, signal: AbortSignal): Promise<number> {
  for (let pause = 10; ; pause *= 2) {
    const { Running: running, ExitCode: code } = await dial<{
      readonly Running: boolean;
      readonly ExitCode: number | null;
    }>(engine, { path: `/exec/${segment(exec)}/json`, abortSignal: within('read', signal) });
    if (!running && code !== null) return code;
    if (pause > 2000)
      throw new EngineError('disconnected', 'The connection to the shell broke while it ran.');
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
