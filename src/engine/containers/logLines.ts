import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { EngineClient } from '../client.ts';
import { dial } from '../dial.ts';
import { demultiplex, type Frame } from '../multiplexed.ts';
import { segment } from '../segment.ts';

/** A line of a container's output. */
export interface LogLine {
  /** When it was written, in nanoseconds since the epoch; undefined where the engine has not said. */
  readonly time?: bigint;
  readonly text: string;
}

/**
 * A container's output line by line: the last `tail` lines, or those later than `after`, and with `follow` what comes until
 * it ends. Control sequences that move the cursor are left out, and of a line that was drawn several times the last is kept.
 */
export async function* logLines(
  engine: EngineClient,
  id: string,
  options: {
    readonly signal: AbortSignal;
    readonly tty: boolean;
    readonly follow: boolean;
    readonly tail?: number;
    readonly after?: bigint | undefined;
  },
): AsyncGenerator<LogLine, void> {
  const { tty, follow, tail, after, signal } = options;
  const stream = await dial<Readable>(engine, {
    path: `/containers/${segment(id)}/logs?`,
    options: {
      stdout: 1,
      stderr: 1,
      timestamps: 1,
      follow: follow ? 1 : 0,
      tail,
      since: after === undefined ? undefined : secondsOf(after),
    },
    isStream: true,
    abortSignal: signal,
  });
  const frames = tty ? asFrames(stream) : demultiplex(stream);
  const rests = { stdout: restOf(), stderr: restOf() };
  for await (const { stream: name, payload } of frames) {
    for (const line of rests[name].write(payload)) {
      const read = readLine(line);
      // The engine's own comparison includes what was written at that moment.
      if (after === undefined || read.time === undefined || read.time > after) yield read;
    }
  }
  for (const rest of [rests.stdout, rests.stderr]) for (const line of rest.end()) yield readLine(line);
}

async function* asFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame, void> {
  for await (const payload of stream) yield { stream: 'stdout', payload };
}

/** Cuts bytes into lines; characters and lines that are cut between chunks come out whole. */
function restOf() {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return {
    write(chunk: Buffer): readonly string[] {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      return lines;
    },
    end(): readonly string[] {
      const last = rest + decoder.end();
      return last === '' ? [] : [last];
    },
  };
}

const stamp = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d) /;

function readLine(line: string): LogLine {
  const found = stamp.exec(line);
  const text = visible(line.slice(found?.[0].length ?? 0));
  if (found === null) return { text };
  const [, seconds = '', fraction = '', zone = 'Z'] = found;
  const whole = BigInt(Date.parse(`${seconds}${zone}`)) * 1_000_000n;
  return { time: whole + BigInt(fraction.padEnd(9, '0')), text };
}

function secondsOf(time: bigint): string {
  return `${time / 1_000_000_000n}.${String(time % 1_000_000_000n).padStart(9, '0')}`;
}

/** Colours and tabs stay. What else a terminal would do belongs to a screen of the container's own. */
function visible(text: string): string {
  return plain(text.replace(/\r+$/, '').split('\r').at(-1) ?? '');
}

function plain(text: string): string {
  return text.replace(/\p{Cc}(?:\[[0-?]*[ -/]*[@-~]|\].*?\p{Cc}\\?)?/gu, (found) => {
    if (found.startsWith('\x1b')) return /^.\[[\d;]*m$/.test(found) ? found : '';
    return (found.startsWith('\t') ? '\t' : '') + plain(found.slice(1));
  });
}
