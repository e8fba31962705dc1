import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TerminalIo, TerminalProgram } from '../engine/terminal.ts';
import { terminalOutput } from './terminalOutput.ts';

/** The terminals that programs run in; disposing it ends those that still run. */
export interface Terminals extends vscode.Disposable {
  /** Opens one; resolves to the program's exit code, to undefined when the person closed it first. Rejects as the program does. */
  run(options: {
    readonly name: string;
    readonly icon?: string;
    readonly program: TerminalProgram;
  }): Promise<number | undefined>;
}

/** Pseudoterminals of the editor: no process behind them, so that programs reach whatever host they speak to. */
export function createTerminals(): Terminals {
  const running = new Set<AbortController>();
  return {
    async run({ name, icon, program }) {
      const closed = new AbortController();
      running.add(closed);
      const { pty, result } = pseudoterminal(program, closed);
      const terminal = vscode.window.createTerminal({
        name,
        pty,
        isTransient: true,
        ...(icon === undefined ? {} : { iconPath: new vscode.ThemeIcon(icon) }),
      });
      terminal.show();
      try {
        return await result;
      } finally {
        running.delete(closed);
      }
    },
    dispose() {
      for (const closed of running) closed.abort();
    },
  };
}

/** `result` settles when the program has ended or the terminal is closed, whichever comes first. */
function pseudoterminal(
  program: TerminalProgram,
  closed: AbortController,
): { readonly pty: vscode.Pseudoterminal; readonly result: Promise<number | undefined> } {
  const close = new vscode.EventEmitter<void>();
  const input = new vscode.EventEmitter<string>();
  const resize = new vscode.EventEmitter<Size>();
  const output = terminalOutput();
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  let size: Size | undefined;
  let ended = false;

  const io: TerminalIo = {
    write: output.write,
    onInput: (listener) => disposable(input.event(listener)),
    get size() {
      return size;
    },
    onResize: (listener) => disposable(resize.event(listener)),
    signal: closed.signal,
  };
  const end = (sentence: string) => {
    ended = true;
    output.write(`\r\n\x1b[0m\x1b[2m${sentence} ${t('Press Enter to close the terminal.')}\x1b[0m\r\n`);
  };
  const start = async () => {
    try {
      const code = await program(io);
      end(code === 0 ? t('It has ended.') : t('It has ended with exit code {0}.', code));
      resolve(closed.signal.aborted ? undefined : code);
    } catch (error) {
      end(t('It has broken off.'));
      if (closed.signal.aborted) resolve(undefined);
      else reject(error);
    }
  };
  closed.signal.addEventListener('abort', () => resolve(undefined), { once: true });

  const pty: vscode.Pseudoterminal = {
    onDidWrite: output.onDidWrite,
    onDidClose: close.event,
    open(dimensions) {
      size = dimensions;
      output.open();
      // It never rejects: what the program throws is in `result`.
      void start();
    },
    close() {
      closed.abort();
      for (const part of [close, input, resize, output]) part.dispose();
    },
    handleInput(data) {
      if (!ended) input.fire(data);
      else if (data.includes('\r')) close.fire();
    },
    setDimensions(dimensions) {
      size = dimensions;
      resize.fire(dimensions);
    },
  };
  return { pty, result: promise };
}

type Size = { readonly columns: number; readonly rows: number };

function disposable(subscription: vscode.Disposable): Disposable {
  return { [Symbol.dispose]: () => subscription.dispose() };
}
