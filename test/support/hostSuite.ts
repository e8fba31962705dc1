import { report } from './report.ts';

/** What a test of the extension host gets. */
export interface HostTest {
  /** Aborted when the test's time is over. */
  readonly signal: AbortSignal;
  /** Runs after the test, however it ended; the last one first. */
  after(clean: () => unknown): void;
}

type Hook = () => unknown;
interface Test {
  readonly name: string;
  readonly run: (test: HostTest) => unknown;
  readonly timeout: number;
  readonly group: Group;
}
interface Group {
  readonly name: string;
  readonly parent: Group | undefined;
  readonly before: Hook[];
  readonly after: Hook[];
}

// node:test's own runner never ends inside the extension host; this one has its shape and what the tests need of it.
const root: Group = { name: '', parent: undefined, before: [], after: [] };
const collected: Test[] = [];
const groups: Group[] = [root];

const current = (): Group => groups.at(-1) ?? root;

/** Groups tests under a name; may be nested. */
export function describe(name: string, define: () => void): void {
  const parent = current();
  groups.push({ name: parent === root ? name : `${parent.name} › ${name}`, parent, before: [], after: [] });
  try {
    define();
  } finally {
    groups.pop();
  }
}

/** A test; `timeout` in milliseconds, a minute unless told. */
export function it(
  name: string,
  run: (test: HostTest) => unknown,
  options: { readonly timeout?: number } = {},
): void {
  collected.push({ name, run, timeout: options.timeout ?? 60_000, group: current() });
}

/** Runs before the first test of its group. */
export function before(hook: Hook): void {
  current().before.push(hook);
}

/** Runs after the last test of its group. */
export function after(hook: Hook): void {
  current().after.push(hook);
}

/** Runs what was collected, one after another; called by the editor. Rejects when a test failed or when there was none. */
export async function run(): Promise<void> {
  const open: Group[] = [];
  let passed = 0;
  const failures: string[] = [];
  const attempt = async (name: string, work: () => Promise<void>): Promise<boolean> => {
    const started = performance.now();
    try {
      await work();
      return true;
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push(name);
      report({ name, outcome: 'failed', reason });
      console.error(`✖ ${name} (${Math.round(performance.now() - started)} ms)\n${reason}`);
      return false;
    }
  };
  const close = async (group: Group) => {
    for (const hook of group.after) await attempt(`${group.name} › after`, async () => void (await hook()));
  };

  for (const test of collected) {
    const path = pathOf(test.group);
    while (open.length > 0 && !path.includes(open.at(-1) ?? root)) await close(open.pop() ?? root);
    for (const group of path.filter((each) => !open.includes(each))) {
      open.push(group);
      for (const hook of group.before)
        await attempt(`${group.name} › before`, async () => void (await hook()));
    }
    const name = test.group === root ? test.name : `${test.group.name} › ${test.name}`;
    const started = performance.now();
    if (!(await attempt(name, () => runOne(test)))) continue;
    passed++;
    report({ name, outcome: 'passed' });
    console.log(`✔ ${name} (${Math.round(performance.now() - started)} ms)`);
  }
  while (open.length > 0) await close(open.pop() ?? root);
  console.log(`${passed} passed, ${failures.length} failed`);
  if (failures.length > 0) throw new Error(`${failures.length} tests failed: ${failures.join('; ')}`);
  if (passed === 0) throw new Error('No test was found.');
}

function pathOf(group: Group): readonly Group[] {
  return group.parent === undefined ? [group] : [...pathOf(group.parent), group];
}

async function runOne(test: Test): Promise<void> {
  const cleaners: Hook[] = [];
  const over = new AbortController();
  const { promise: timedOut, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new Error(`It had not ended after ${test.timeout} ms.`);
    over.abort(error);
    reject(error);
  }, test.timeout);
  try {
    await Promise.race([timedOut, test.run({ signal: over.signal, after: (clean) => cleaners.push(clean) })]);
  } finally {
    clearTimeout(timer);
    for (const clean of cleaners.toReversed()) await clean();
  }
}
