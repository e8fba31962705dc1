import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { packageExtension } from '../scripts/package.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { createTestContainer } from '../test/support/containers.ts';
import { engineCall } from '../test/support/engineRequest.ts';
import { importBusybox } from '../test/support/images.ts';
import { defaultSocket } from '../test/support/inWorld.ts';
import { installVscode } from '../test/support/vscodeInstall.ts';
import type { VscodeServer } from '../test/support/vscodeServer.ts';
import { packBareExtension } from './support/bareExtension.ts';
import {
  activationTime,
  descendantsOf,
  memoryOf,
  openWindow,
  startWithExtension,
} from './support/benchWindow.ts';
import { watchRows } from './support/watchRows.ts';

/**
 * What a person waits for in a real VS Code, beside the least that an extension can do: from the click on its icon to
 * rows, from an engine's event to its row on the screen, activation, memory and processes. `npm run bench -- window`
 */
const containers = 200;
const windows = 5;
const events = 20;
const subjects = [
  { name: 'bare', tab: 'Bare' },
  { name: 'gantry', tab: 'Gantry' },
] as const;
type Subject = (typeof subjects)[number];

interface Sample {
  readonly tenRows: number;
  readonly allRows: number;
  readonly events: readonly number[];
  readonly activation: number;
  readonly memory: number;
  readonly processes: number;
}

await importBusybox(defaultSocket);
/** Of the container that is at the top, by its name as well as by its age. */
let top = '';
for (let i = containers - 1; i >= 0; i -= 1) {
  const name = `c-${String(i).padStart(3, '0')}`;
  top = await createTestContainer(defaultSocket, { name, start: false });
}
const home = await mkdtemp(join(tmpdir(), 'gantry-bench-'));
try {
  const program = await installVscode(console.log);
  await using servers = new AsyncDisposableStack();
  await using browser = await launchChromium();
  const folder = join(home, 'workspace');
  await mkdir(folder);
  const prepared = [];
  for (const subject of subjects) {
    const vsix = join(home, `${subject.name}.vsix`);
    if (subject.name === 'bare') await packBareExtension(join(home, 'bare'), vsix);
    else await packageExtension(vsix);
    const data = join(home, `${subject.name}-data`);
    const server = servers.use(await startWithExtension({ program, data, vsix }));
    prepared.push({ subject, server, vsix, samples: [] as Sample[] });
  }
  // In turn, so that what else the machine does meets all alike. A server's first window fills caches.
  for (let i = 0; i <= windows; i += 1) {
    console.error(`Window ${i} of ${windows}…`);
    for (const { subject, server, samples } of prepared) {
      const sample = await measure({ browser, server, folder, subject });
      if (i > 0) samples.push(sample);
    }
  }
  const columns: Record<string, readonly string[]> = {};
  for (const { subject, vsix, samples } of prepared)
    columns[subject.name] = [...results(samples), String(Math.round((await stat(vsix)).size / 1000))];
  report(columns);
} finally {
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}

async function measure(options: {
  readonly browser: Browser;
  readonly server: VscodeServer;
  readonly folder: string;
  readonly subject: Subject;
}): Promise<Sample> {
  const { browser, server, folder, subject } = options;
  await using window = await openWindow(browser, server, folder, subject.tab);
  const { page, extensionHost } = window;
  const memoryBefore = memoryOf(extensionHost);
  const processesBefore = descendantsOf(extensionHost).length;
  await page.evaluate(watchRows(containers));
  await page.getByRole('tab', { name: subject.tab }).first().click();
  await page.waitForFunction('bench.all !== undefined');
  const tenRows = Number(await page.evaluate('bench.ten - bench.pressed'));
  const allRows = Number(await page.evaluate('bench.all - bench.pressed'));
  await delay(2000);
  const memory = memoryOf(extensionHost) - memoryBefore;
  const processes = descendantsOf(extensionHost).length - processesBefore;
  const times: number[] = [];
  for (let i = 0; i < events; i += 1) times.push(await eventToRow(page));
  const activation = await activationTime(page, subject.name === 'bare' ? 'bare' : 'Gantry');
  return { tenRows, allRows, events: times, activation, memory, processes };
}

/** Renames the container at the top, which stays there. */
async function eventToRow(page: Page): Promise<number> {
  const name = `c-000-${Math.random().toString(36).slice(2, 8)}`;
  await page.evaluate(`bench.expect(${JSON.stringify(name)})`);
  await engineCall(defaultSocket, 'POST', `/containers/${top}/rename?name=${name}`);
  const done = Date.now();
  await page.waitForFunction('bench.seen !== undefined', undefined, { polling: 20 });
  const seen = Number(await page.evaluate('bench.seen'));
  // Longer than what the editor holds back changes for: each is a first one.
  await delay(500);
  return Math.max(0, seen - done);
}

function results(samples: readonly Sample[]): readonly string[] {
  return [
    median(samples.map(({ tenRows }) => tenRows)).toFixed(0),
    median(samples.map(({ allRows }) => allRows)).toFixed(0),
    median(samples.flatMap((sample) => sample.events)).toFixed(0),
    median(samples.map(({ activation }) => activation)).toFixed(0),
    median(samples.map(({ processes }) => processes)).toFixed(0),
    median(samples.map(({ memory }) => memory)).toFixed(1),
  ];
}

function report(columns: Readonly<Record<string, readonly string[]>>): void {
  const rows: readonly (readonly [string, string])[] = [
    ['click → 10 rows, ms', ''],
    [`click → ${containers} rows, ms`, '300'],
    ['event → row on screen, ms', '90'],
    ['activation, ms', '60'],
    ['processes', '0'],
    ['memory of the extension host, MB', '15'],
    ['.vsix, kB', '700'],
  ];
  const [cpu] = cpus();
  console.log(
    `Medians of ${windows} windows, ${events} events in each. ${cpus().length} × ${cpu?.model}, Node.js ${process.version}.`,
  );
  console.table(
    Object.fromEntries(
      rows.map(([row, bar], i) => [
        row,
        { ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[i]])), bar },
      ]),
    ),
  );
}

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 1] ?? Number.NaN;
}
