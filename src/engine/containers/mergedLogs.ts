import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import { toEngineError } from '../classify.ts';
import type { EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { EngineError } from '../errors.ts';
import type { Inventory } from '../inventory.ts';
import type { Container } from '../kinds/container.ts';
import { onAbort } from '../onAbort.ts';
import { pacedWriter } from '../paced.ts';
import { segment } from '../segment.ts';
import type { TerminalProgram } from '../terminal.ts';
import { type LogLine, logLines } from './logLines.ts';

export interface MergedLogs {
  /** Which containers, also those that are created or started later on. */
  readonly belongs: (container: Container) => boolean;
  /** What stands before a container's lines; its name where it is not said. */
  readonly label?: (container: Container) => string;
  /** How many of the lines that are there already are shown of each. */
  readonly tail: number;
}

/**
 * Shows what several containers write in one terminal, each line behind the container's name in a colour of its own: the
 * past in the order of time, then what comes, also of containers that start later. Ends with Ctrl-C or with the terminal,
 * with exit code 0.
 */
export function mergedLogs(
  engine: EngineClient & { readonly inventory: Inventory },
  { belongs, label = ({ name }) => name, tail }: MergedLogs,
): TerminalProgram {
  return async (io) => {
    const interrupt = new AbortController();
    const signal = AbortSignal.any([io.signal, interrupt.signal]);
    using _input = io.onInput((data) => {
      if (data.includes('\x03')) interrupt.abort();
    });
    const write = pacedWriter(io);
    const prefix = prefixes(label);
    const followed = new Map<string, Followed>();
    const chosen = () => engine.inventory.list('container').filter(belongs);

    async function past(): Promise<void> {
      const shown: { readonly container: Container; readonly text: string; readonly time: bigint }[] = [];
      const waiting = chosen().filter(hasOutput);
      const worker = async () => {
        for (let container = waiting.shift(); container !== undefined; container = waiting.shift()) {
          const entry: Followed = { busy: false, refused: false };
          followed.set(container.id, entry);
          try {
            const { tty = false } = (await stateOf(engine, container.id, signal)) ?? {};
            const options = { tty, follow: false, tail, signal };
            for await (const line of logLines(engine, container.id, options)) {
              remember(container.id, line);
              // A line without a time stays behind the one before it.
              shown.push({ container, text: line.text, time: entry.last ?? 0n });
            }
          } catch (error) {
            entry.refused = true;
            await complain(container, error);
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      for (const { container, text } of shown.toSorted((a, b) => compare(a.time, b.time))) {
        await show(container, text);
      }
    }

    async function follow(container: Container): Promise<void> {
      const { id } = container;
      const entry = followed.get(id) ?? { busy: false, refused: false };
      followed.set(id, entry);
      if (entry.busy || entry.refused) return;
      entry.busy = true;
      try {
        for (let seen = false; ; seen = true) {
          const state = await stateOf(engine, id, signal);
          if (state === undefined && seen) await say(container, t('was removed'));
          if (state?.running !== true) return;
          const { last: after = 0n } = entry;
          for await (const line of logLines(engine, id, { tty: state.tty, follow: true, after, signal })) {
            remember(id, line);
            await show(container, line.text);
          }
          const ended = await stateOf(engine, id, signal);
          if (ended?.running === false) await say(container, t('ended with exit code {0}', ended.exitCode));
          // The inventory may never tell of one that is started again at once.
          await delay(ended?.running ? 250 : 1000, undefined, { signal });
        }
      } catch (error) {
        entry.refused = true;
        await complain(container, error);
      } finally {
        entry.busy = false;
      }
    }

    function remember(id: string, { time }: LogLine): void {
      const entry = followed.get(id);
      if (entry !== undefined && time !== undefined) entry.last = time;
    }

    const show = (container: Container, text: string) =>
      signal.aborted ? Promise.resolve() : write(`${prefix(container)} ${text}${reset}\r\n`);
    const say = (container: Container, words: string) => show(container, `${dim}${words}`);

    async function complain(container: Container, error: unknown): Promise<void> {
      if (signal.aborted) return;
      const { status, message } = toEngineError(error);
      if (status !== 404) await say(container, message);
    }

    function look(): void {
      for (const container of chosen()) if (isLive(container)) void follow(container);
    }

    if (chosen().length === 0) io.write(`${dim}${t('No container is there yet.')}${reset}\r\n`);
    await past();
    if (!signal.aborted) {
      using _changes = engine.inventory.onDidChange(({ kind }) => {
        if (kind === 'container') look();
      });
      look();
      await new Promise<void>((resolve) => void onAbort(signal, resolve));
    }
    return 0;
  };
}

interface Followed {
  /** The time of the last line that was shown. */
  last?: bigint;
  busy: boolean;
  /** Its output can't be had, which is said once. */
  refused: boolean;
}

/** How many containers' past is read at a time. */
const atOnce = 8;

const reset = '\x1b[0m';
const dim = '\x1b[2m';
/** Of a terminal's palette, those that are told apart on light and dark. */
const colours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94] as const;
/** A longer name is not waited for by the others. */
const widest = 30;

/** Each container's name in its colour, as wide as the widest so far. */
function prefixes(label: (container: Container) => string): (container: Container) => string {
  const given = new Map<string, number>();
  let width = 0;
  return (container) => {
    const colour = given.get(container.id) ?? colours[given.size % colours.length] ?? 36;
    given.set(container.id, colour);
    const name = label(container);
    width = Math.min(widest, Math.max(width, name.length));
    return `\x1b[${colour}m${name.padEnd(width)} │${reset}`;
  };
}

function hasOutput({ state }: Container): boolean {
  return state !== 'created' && state !== 'removing';
}

function isLive({ state }: Container): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Undefined where it is gone. */
async function stateOf({ client }: EngineClient, id: string, signal: AbortSignal) {
  try {
    const container = client.getContainer(segment(id));
    const { Config: config, State: state } = await container.inspect({ abortSignal: within('read', signal) });
    return { tty: config.Tty, running: state.Running, exitCode: state.ExitCode };
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined;
    throw error;
  }
}
