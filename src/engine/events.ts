import type { GetEventsOptions } from 'dockerode';
import type { EngineClient } from './client.ts';
import { deadlines } from './deadline.ts';
import { jsonLines } from './jsonLines.ts';

/** What an engine says has happened: a kind of object, its id, and what became of it. */
export interface EngineEvent {
  /** `container`, `image`, `network`, `node`, … */
  readonly type: string;
  /** `start`, `health_status: healthy`, `exec_create: sh`, … */
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The stream of events, open: what happens from now on will be in it. */
export interface EventStream {
  readonly events: AsyncIterable<EngineEvent>;
}

type FilterObject = Exclude<NonNullable<GetEventsOptions['filters']>, string>;

/** Types of events that touch what the inventory holds; exec's and others' noise stays at the engine. */
const types: NonNullable<FilterObject['type']> = [
  'container',
  'image',
  'network',
  'volume',
  'node',
  'daemon',
];

/** Opens the engine's event stream. Resolves when the engine has taken the subscription. */
export async function openEvents(
  { client }: EngineClient,
  { signal, log }: { readonly signal: AbortSignal; readonly log?: (line: string) => void },
): Promise<EventStream> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException('', 'TimeoutError')), deadlines.read * 1000);
  const options: GetEventsOptions & { readonly abortSignal: AbortSignal } = {
    filters: { type: [...types] },
    abortSignal: AbortSignal.any([signal, late.signal]),
  };
  try {
    return { events: read(await client.getEvents(options), log) };
  } finally {
    clearTimeout(timer);
  }
}

async function* read(
  stream: AsyncIterable<unknown>,
  log: ((line: string) => void) | undefined,
): AsyncGenerator<EngineEvent, void> {
  for await (const value of jsonLines(stream, (line) =>
    log?.(`The engine sent an event that is not JSON: ${line}`),
  )) {
    const event = toEvent(value);
    if (event !== undefined) yield event;
  }
}

function toEvent(value: unknown): EngineEvent | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { Type: type, Action: action, Actor: actor } = value as Partial<Record<string, unknown>>;
  if (typeof type !== 'string' || typeof action !== 'string') return undefined;
  const { ID: id, Attributes: attributes } = (actor ?? {}) as Partial<Record<string, unknown>>;
  return {
    type,
    action,
    id: typeof id === 'string' ? id : '',
    attributes:
      typeof attributes === 'object' && attributes !== null ? (attributes as Record<string, string>) : {},
  };
}
