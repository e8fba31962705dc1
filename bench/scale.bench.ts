import assert from 'node:assert/strict';
import { cpus, totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Engine } from '../src/engine/engine.ts';
import { openEngine } from '../src/engine/openEngine.ts';
import { importBusybox } from '../test/support/images.ts';
import { defaultSocket } from '../test/support/inWorld.ts';
import { type DrawnViews, drawViews } from './support/drawnViews.ts';
import { observe } from './support/observe.ts';
import { now, openOutsider } from './support/outsider.ts';

/**
 * One host with many objects: how soon they are there, what an event costs, a storm of events, memory, and silence.
 * `npm run bench -- scale [--objects=5000]`: so many containers and as many images.
 */
const { values } = parseArgs({ options: { objects: { type: 'string', default: '5000' } }, strict: false });
const most = Number(values.objects);
const sizes = [10, 300, most].filter((size, i, all) => size <= most && all.indexOf(size) === i);

const eventTurns = 20;
/** Longer than what spaces readings and drawings: each event is a first one. */
const eventPause = 400;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

using outsider = openOutsider();
await importBusybox(defaultSocket);
const ids: string[] = [];
const table: Record<string, Record<string, string>> = {};
for (const size of sizes) {
  ids.push(...(await outsider.do('fill', { from: ids.length, to: size })));
  console.error(`Measuring with ${size} containers and as many images…`);
  table[`${size} + ${size}`] = { ...(await loading(size)), ...(await living(size)) };
}
const [cpu] = cpus();
console.log(
  `Milliseconds but where said, medians; containers + images. ${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node.js ${process.version}.`,
);
const rows = Object.keys(Object.values(table)[0] ?? {});
console.table(
  Object.fromEntries(
    rows.map((row) => [
      row,
      Object.fromEntries(Object.entries(table).map(([size, column]) => [size, column[row]])),
    ]),
  ),
);

/** From opening the engine to its objects and their rows, beside the bare list calls; and what they take of the memory. */
async function loading(size: number): Promise<Record<string, string>> {
  const containers = median(await outsider.do('list', { path: '/containers/json?all=1', times: 7 }));
  const images = median(await outsider.do('list', { path: '/images/json', times: 7 }));
  const firstRows: number[] = [];
  const everything: number[] = [];
  const blocked: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    collect();
    const observed = observe();
    const started = performance.now();
    await using engine = open();
    using views = drawViews(engine);
    await views.when('gantry.containers', (row) => row(`container:${loner(0)}`) !== undefined);
    firstRows.push(performance.now() - started);
    await whenConnected(engine);
    everything.push(performance.now() - started);
    await views.when('gantry.images', () => engine.inventory.loaded('image'));
    blocked.push(observed().blocked);
  }
  return {
    'bare list call, containers': ms(containers),
    'bare list call, images': ms(images),
    'opened → first rows of containers': ms(median(firstRows)),
    '… times the bare call (bar: 2)': (median(firstRows) / containers).toFixed(2),
    'opened → all kinds listed': ms(median(everything)),
    'longest block while loading (bar: 50)': ms(median(blocked)),
    ...(await memory(size)),
  };
}

async function memory(size: number): Promise<Record<string, string>> {
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  await using engine = open();
  await whenConnected(engine);
  const loaded = heap();
  using views = drawViews(engine);
  views.draw();
  const drawn = heap();
  const each = (bytes: number) => `${Math.round(bytes / (2 * size))} bytes`;
  return { 'heap for each object': each(loaded - before), '… and for its row': each(drawn - loaded) };
}

/** What happens while everything is shown: single events, a storm of them, nothing. */
async function living(size: number): Promise<Record<string, string>> {
  await using engine = open();
  using views = drawViews(engine);
  await whenConnected(engine);
  await views.when('gantry.containers', (row) => row(`container:${loner(0)}`) !== undefined);
  return {
    ...(await containerEvents(engine, views)),
    ...(await imageEvents(engine, views)),
    ...(await storm(engine, size)),
    ...(await silence()),
  };
}

async function containerEvents(engine: Engine, views: DrawnViews): Promise<Record<string, string>> {
  const toChange: number[] = [];
  const toRow: number[] = [];
  const observed = observe();
  for (let turn = 0; turn < eventTurns; turn += 1) {
    const id = loner(turn * 5);
    const name = `renamed-${ids.length}-${turn}`;
    const changed = Promise.withResolvers<number>();
    using _changes = engine.inventory.onDidChange(({ changed: objects }) => {
      if (objects.some((object) => object.id === id && 'name' in object && object.name === name))
        changed.resolve(now());
    });
    const drawn = views.when('gantry.containers', (row) => row(`container:${id}`)?.label === name).then(now);
    const done = await outsider.do('rename', { id, name });
    toChange.push(Math.max(0, (await changed.promise) - done));
    toRow.push(Math.max(0, (await drawn) - done));
    await delay(eventPause);
  }
  const { requests } = observed();
  const whole = requests.filter((request) => request.endsWith('/json')).length;
  return {
    'event of a container → change': ms(median(toChange)),
    '… → row': ms(median(toRow)),
    '… requests, whole lists': `${(requests.length / eventTurns).toFixed(1)}, ${whole}`,
  };
}

async function imageEvents(engine: Engine, views: DrawnViews): Promise<Record<string, string>> {
  const toRow: number[] = [];
  const [image] = engine.inventory
    .list('image')
    .filter(({ tags }) => tags[0]?.startsWith('registry.example'));
  assert.ok(image);
  const observed = observe();
  for (let turn = 0; turn < eventTurns; turn += 1) {
    const tag = `another-${ids.length}-${turn}`;
    const isTagged = () =>
      engine.inventory.get('image', image.id)?.tags.some((one) => one.endsWith(tag)) ?? false;
    const drawn = views.when('gantry.images', isTagged).then(now);
    const done = await outsider.do('tag', { id: image.id, repository: 'bench.example/image', tag });
    toRow.push(Math.max(0, (await drawn) - done));
    await delay(eventPause);
  }
  const { requests } = observed();
  const whole = requests.filter((request) => request.endsWith('/images/json')).length;
  return {
    'event of an image → row': ms(median(toRow)),
    '… requests, whole lists ': `${(requests.length / eventTurns).toFixed(1)}, ${whole}`,
  };
}

/** A person's end state is the engine's: compared entry by entry, until it is the same, which it must become. */
async function storm(engine: Engine, size: number): Promise<Record<string, string>> {
  const image = engine.inventory.list('image').find(({ tags }) => tags.length === 1)?.id ?? '';
  const observed = observe();
  const lasted = await outsider.do('storm', { ids, image, prefix: `storm-${size}` });
  const over = now();
  const { blocked, requests, cpu } = observed();
  const wanted = await outsider.do('everything', undefined);
  const ours = () =>
    [
      ...engine.inventory.list('container').map(({ id, name }) => `${id} ${name}`),
      ...engine.inventory.list('image').map(({ id, tags }) => `${id} ${tags.join(' ')}`),
    ].sort();
  let settled = now();
  for (let wait = 0; !isSame(ours(), wanted) && wait < 200; wait += 1) {
    await delay(50);
    settled = now();
  }
  const there = new Set(ours());
  const missed = wanted.filter((entry) => !there.has(entry)).length;
  return {
    'storm: 500 changes in': `${(lasted / 1000).toFixed(1)} s`,
    '… end states missed (bar: 0)': String(missed),
    '… known after, at most': ms(settled - over),
    '… longest block (bar: 50)': ms(blocked),
    '… requests; CPU': `${requests.length}; ${ms(cpu)}`,
  };
}

/** Everything stays subscribed and drawn, and nothing happens. */
async function silence(): Promise<Record<string, string>> {
  await delay(2000);
  // The clock that looks at the event loop would be what costs most.
  const observed = observe({ loop: false });
  await delay(10_000);
  const { requests, cpu } = observed();
  return { '10 s of silence: requests; CPU': `${requests.length}; ${ms(cpu)}` };
}

function open(): Engine {
  return openEngine({ resolve: async () => ({ kind: 'socket', path: defaultSocket }) });
}

async function whenConnected({ inventory }: Engine): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (inventory.state.status === 'connected') resolve();
  };
  using _states = inventory.onDidChangeState(look);
  look();
  await promise;
}

/** One of the containers without a Compose project, which have their rows at the top. */
function loner(index: number): string {
  return ids[(index - (index % 5) + 1) % ids.length] ?? '';
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function median(samples: readonly number[]): number {
  return samples.toSorted((a, b) => a - b)[samples.length >> 1] ?? Number.NaN;
}

function ms(milliseconds: number): string {
  return milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
}
