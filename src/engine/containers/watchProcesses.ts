import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import { toEngineError } from '../classify.ts';
import type { EngineClient } from '../client.ts';
import type { TerminalIo, TerminalProgram } from '../terminal.ts';
import { containerProcesses, type ProcessTable } from './processes.ts';

/** How long a table stands before it is drawn anew, in milliseconds: the screen is open, so somebody looks at it. */
const turn = 2000;

/**
 * Shows a running container's processes, drawn anew every other second, until `q` or Ctrl-C is typed or the terminal is
 * closed. Ends by itself, with exit code 0, when the container has ended.
 */
export function watchProcesses(
  engine: EngineClient,
  id: string,
  { name }: { readonly name: string },
): TerminalProgram {
  return async (io) => {
    const end = new AbortController();
    const signal = AbortSignal.any([io.signal, end.signal]);
    let wake = () => {};
    using _input = io.onInput((data) => {
      if (data.includes('\x03') || data.toLowerCase() === 'q') end.abort();
    });
    using _size = io.onResize(() => wake());
    let shown = false;
    while (!signal.aborted) {
      try {
        const table = await containerProcesses(engine, id, { signal });
        io.write(screenOf(table, { name, size: io.size }));
        shown = true;
      } catch (error) {
        if (signal.aborted) break;
        const { status, message } = toEngineError(error);
        const ended = shown && (status === 404 || status === 409 || /is not running/.test(message));
        if (!ended) throw toEngineError(error);
        io.write(`${t('{0} does not run any more.', name)}\r\n`);
        return 0;
      }
      const waiting = new AbortController();
      wake = () => waiting.abort();
      await delay(turn, undefined, { signal: AbortSignal.any([signal, waiting.signal]) }).catch(
        () => undefined,
      );
    }
    return 0;
  };
}

const home = '\x1b[H\x1b[2J';
const bold = '\x1b[1m';
const dim = '\x1b[2m';
const reset = '\x1b[0m';

function screenOf(
  { titles, rows }: ProcessTable,
  { name, size }: { readonly name: string; readonly size: TerminalIo['size'] },
): string {
  const { columns = 120, rows: height = 40 } = size ?? {};
  const widths = titles.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === titles.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .replace(/\p{Cc}/gu, ' ')
      .slice(0, columns);
  const most = Math.max(1, height - 4);
  const hidden = rows.length - most;
  return [
    `${home}${bold}${t('Processes of {0}', name)}${reset}  ${dim}${t('q ends')}${reset}`,
    '',
    `${bold}${line(titles)}${reset}`,
    ...rows.slice(0, most).map(line),
    ...(hidden > 0 ? [`${dim}${t('and {0} more', hidden)}${reset}`] : []),
  ]
    .join('\r\n')
    .concat('\r\n');
}
