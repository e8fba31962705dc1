/** Reads again what events have touched: soon, but each object no more often than the spacing allows. */
export interface Refresher {
  /** An object is to be read again. */
  mark(id: string): void;
  /** Everything is to be read again. */
  markAll(): void;
  /** Resolves when everything has been read once, or the reading has failed. */
  readonly first: Promise<void>;
}

export interface RefresherOptions {
  /** Least time between two readings of one object, and of all, in milliseconds. */
  readonly spacing: number;
  /** After how long a reading that failed is tried again, in milliseconds. */
  readonly retryAfter: number;
  /** More objects than this are not read by their ids: everything is read then. */
  most(): number;
  /** Reads a marked object once more after the spacing: where events may come before what they tell can be read. */
  readonly confirm: boolean;
  readonly signal: AbortSignal;
  read(what: 'all' | readonly string[]): Promise<void>;
  onError(error: unknown): void;
}

interface Demand {
  /** When to read it, on the clock of `performance.now()`. */
  readonly time: number;
  /** To be confirmed by a further reading. */
  readonly confirm: boolean;
}

/** Stands among the ids for everything. */
const all = '*';

/**
 * Makes a refresher. What is marked first is read at once; what is marked again within the spacing is read when that is
 * over, however often it is marked meanwhile, so that nothing waits longer than the spacing and one reading. Readings
 * follow each other, each takes all that is due: an object in a crash loop keeps nobody waiting.
 */
export function createRefresher(options: RefresherOptions): Refresher {
  const { spacing, retryAfter, signal } = options;
  const due = new Map<string, Demand>();
  const lastRead = new Map<string, number>();
  const first = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  /** When the timer goes off. */
  let armed = Number.POSITIVE_INFINITY;
  let reading = false;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function mark(id: string): void {
    const now = performance.now();
    const time = Math.max(now, (lastRead.get(id) ?? now - spacing) + spacing);
    demand(id, { time, confirm: options.confirm && id !== all });
    arm(time);
  }

  function demand(id: string, { time, confirm }: Demand): void {
    const former = due.get(id);
    due.set(id, {
      time: Math.min(time, former?.time ?? time),
      confirm: confirm || former?.confirm === true,
    });
  }

  /** Sees to it that what is due at `time` is read; what is due sooner already has a timer. */
  function arm(time: number): void {
    if (reading || signal.aborted || time >= armed) return;
    clearTimeout(timer);
    armed = time;
    timer = setTimeout(() => void run(), Math.max(0, time - performance.now()));
  }

  function armForNext(): void {
    let next = Number.POSITIVE_INFINITY;
    for (const { time } of due.values()) next = Math.min(next, time);
    arm(next);
  }

  async function run(): Promise<void> {
    armed = Number.POSITIVE_INFINITY;
    const now = performance.now();
    const taken = take(now);
    if (taken.size === 0) return armForNext();
    const whole = taken.has(all);
    reading = true;
    for (const id of taken.keys()) lastRead.set(id, now);
    try {
      await options.read(whole ? 'all' : [...taken.keys()]);
      for (const [id, { confirm }] of taken) if (confirm) demand(id, { time: now + spacing, confirm: false });
    } catch (error) {
      if (signal.aborted) return;
      options.onError(error);
      for (const [id, { confirm }] of taken) demand(id, { time: performance.now() + retryAfter, confirm });
    } finally {
      reading = false;
      if (whole) first.resolve();
      for (const [id, time] of lastRead) if (time < now - spacing) lastRead.delete(id);
      armForNext();
    }
  }

  /** Takes what is due; reading all takes the rest along. */
  function take(now: number): ReadonlyMap<string, Demand> {
    const ready = [...due].filter(([, { time }]) => time <= now + 1);
    const whole = ready.length > options.most() || ready.some(([id]) => id === all);
    const taken = new Map<string, Demand>(whole ? [[all, { time: now, confirm: false }], ...due] : ready);
    for (const id of taken.keys()) due.delete(id);
    return taken;
  }

  return { mark, markAll: () => mark(all), first: first.promise };
}
