import { StringDecoder } from 'node:string_decoder';
import type { Trace, Vertex, VertexLog, VertexStatus } from './trace.ts';

/** Tells of a BuildKit build as text for a terminal, as `docker build --progress=plain` does. */
export interface Progress {
  show(trace: Trace): void;
  /** The step that failed, as it names itself. */
  readonly failed: string | undefined;
}

interface Step {
  readonly name: string;
  /** In the order of what is said of them; none until then. */
  number?: number;
  started: number;
  /** Ended, and so said, with nothing new since. */
  ended: boolean;
  /** Lines that are not finished, by stream. */
  readonly partial: Map<number, Partial>;
}

interface Partial {
  readonly decoder: StringDecoder;
  text: string;
}

/** Steps of our way of sending the context, of no interest to whoever builds. */
const hidden = /^(?:\[internal\] load remote build context|copy \/context \/)$/;

/** Makes the teller of one build. */
export function createProgress(write: (text: string) => void): Progress {
  const steps = new Map<string, Step>();
  const told = new Set<string>();
  let numbers = 0;
  let current: Step | undefined;
  let failed: string | undefined;

  function register({ digest, name, started = 0, error }: Vertex): void {
    if (hidden.test(name) && error === '') return;
    const step = steps.get(digest) ?? {
      name: name.replace(/\s+/g, ' ').trim(),
      started,
      ended: false,
      partial: new Map(),
    };
    step.started = started;
    steps.set(digest, step);
    if (error !== '') failed = name;
  }

  /** Says which step the next lines are of. */
  function turnTo(step: Step): number {
    const number = step.number ?? ++numbers;
    if (current !== step) {
      if (current !== undefined) write('\r\n');
      write(`#${number} \x1b[1m${step.name}\x1b[22m\r\n`);
    }
    current = step;
    step.number = number;
    return number;
  }

  function line(step: Step, text: string): void {
    write(`#${turnTo(step)} ${text}\r\n`);
  }

  function finish({ digest, error, cached, started = 0, completed = 0 }: Vertex): void {
    const step = steps.get(digest);
    if (step === undefined || step.ended) return;
    for (const { text } of step.partial.values()) if (text !== '') line(step, lastVersion(text));
    step.partial.clear();
    if (error !== '') line(step, `\x1b[31mERROR: ${error.replaceAll('\n', '\r\n')}\x1b[39m`);
    else line(step, cached ? 'CACHED' : `DONE ${seconds(completed - started)}`);
    step.ended = true;
  }

  function showLog(log: VertexLog): void {
    const step = steps.get(log.vertex);
    if (step === undefined) return;
    step.ended = false;
    const partial = step.partial.get(log.stream) ?? { decoder: new StringDecoder('utf8'), text: '' };
    step.partial.set(log.stream, partial);
    const lines = (partial.text + partial.decoder.write(log.content)).split('\n');
    partial.text = lines.pop() ?? '';
    for (const text of lines) line(step, `${age(step, log.time)} ${lastVersion(text)}`);
  }

  function showStatus({ vertex, id, total, completed }: VertexStatus): void {
    const step = steps.get(vertex);
    const key = `${vertex} ${id}`;
    if (step === undefined || completed === undefined || told.has(key)) return;
    told.add(key);
    line(step, total > 0 ? `${id} ${size(total)} done` : `${id} done`);
  }

  return {
    get failed() {
      return failed;
    },
    show({ vertexes, statuses, logs, warnings }) {
      const begun = vertexes.filter(({ started }) => started !== undefined);
      const inOrder = begun.toSorted((a, b) => (a.started ?? 0) - (b.started ?? 0));
      const speaking = new Set([...logs, ...statuses].map(({ vertex }) => vertex));
      for (const vertex of inOrder) register(vertex);
      for (const vertex of inOrder) {
        const step = steps.get(vertex.digest);
        if (vertex.completed !== undefined && !speaking.has(vertex.digest)) finish(vertex);
        else if (step !== undefined && step.number === undefined) turnTo(step);
      }
      for (const status of statuses) showStatus(status);
      for (const log of logs) showLog(log);
      for (const vertex of inOrder) if (vertex.completed !== undefined) finish(vertex);
      for (const { short, url } of warnings)
        write(`\x1b[33mWARNING: ${short}\x1b[39m${url === '' ? '' : ` ${url}`}\r\n`);
    },
  };
}

/** A line that a program has drawn over and over, as it stood at the end. */
function lastVersion(text: string): string {
  return text.split('\r').findLast((version) => version !== '') ?? '';
}

function age({ started }: Step, time: number): string {
  return Math.max(0, (time - started) / 1000).toFixed(3);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)}s`;
}

function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)}${units[power]}`;
}
