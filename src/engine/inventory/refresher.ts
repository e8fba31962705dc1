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
  /** More objects than this are not read one by one. */
  readonly most: number;
  readonly signal: AbortSignal;
  read(what: 'all' | readonly string[]): Promise<void>;
  onError(error: unknown): void;
}

/** Stands among the ids for everything. */
const all = '*';

/**
 * Makes a refresher. What is marked first is read at once; what is marked again within the spacing is read when that is
 * over, however often it is marked meanwhile, so that nothing waits longer than the spacing and one reading. Readings
 * follow each other, each takes all that is due: an object in a crash loop keeps nobody waiting.
 */
export function createRefresher(options: RefresherOptions): Refresher {
  const { spacing, retryAfter, most, signal } = options;
  const due = new Map<string, number>();
  const lastRead = new Map<string, number>();
  const first = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  let reading = false;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  function mark(what: string): void {
    const now = performance.now();
    demand(what, Math.max(now, (lastRead.get(what) ?? -spacing) + spacing));
    arm();
  }

  function demand(what: string, time: number): void {
    due.set(what, Math.min(time, due.get(what) ?? time));
  }

  function arm(): void {
    clearTimeout(timer);
    if (reading || due.size === 0 || signal.aborted) return;
    timer = setTimeout(() => void run(), Math.max(0, Math.min(...due.values()) - performance.now()));
  }

  async function run(): Promise<void> {
    const now = performance.now();
    const what = take(now);
    if (what.length === 0) return arm();
    reading = true;
    for (const id of what) lastRead.set(id, now);
    try {
      await options.read(what.includes(all) ? 'all' : what.filter((id) => id !== all));
    } catch (error) {
      if (signal.aborted) return;
      options.onError(error);
      for (const id of what) demand(id, performance.now() + retryAfter);
    } finally {
      reading = false;
      if (what.includes(all)) first.resolve();
      forget(now - spacing);
      arm();
    }
  }

  /** Takes what is due; reading all takes the rest along. */
  function take(now: number): readonly string[] {
    const ready = [...due].filter(([, time]) => time <= now + 1).map(([what]) => what);
    const whole = ready.includes(all) || ready.length > most;
    const taken = whole ? [all, ...[...due.keys()].filter((what) => what !== all)] : ready;
    for (const what of taken) due.delete(what);
    return taken;
  }

  function forget(before: number): void {
    for (const [what, time] of lastRead) if (time < before) lastRead.delete(what);
  }

  return { mark, markAll: () => mark(all), first: first.promise };
}
