import type { Container } from '../src/engine/kinds/container.ts';
import type { Image } from '../src/engine/kinds/image.ts';
import { defaultSettings, type Settings } from '../src/settings.ts';
import { containersView } from '../src/views/containers.ts';
import { imagesView } from '../src/views/images.ts';
import type { EngineView, Row, ViewOptions } from '../src/views/view.ts';
import { container, image, plainInventory } from '../test/support/plainInventory.ts';
import { plainEngine, viewOptions } from '../test/support/viewInput.ts';

/** From one changed container, or image, among 5,000 of each to the view's rows; the bar is 10 ms. */
const count = 5000;
const turns = 60;

for (const groupBy of ['none', 'project', 'network', 'state'] as const) {
  const settings: Settings = { ...defaultSettings, 'gantry.containers.groupBy': groupBy };
  for (const text of ['', 'web']) {
    const options = viewOptions({ settings, filter: { text } });
    const lists = { container: Array.from({ length: count }, (_, i) => made(i)) };
    const filter = text === '' ? 'no filter' : `filter “${text}”`;
    measure(
      `containers, grouped by ${groupBy}, ${filter}`,
      { view: containersView, lists, options },
      (turn) => changeContainer(lists.container, turn),
    );
  }
}

for (const groupBy of ['repository', 'none'] as const) {
  const settings: Settings = { ...defaultSettings, 'gantry.images.groupBy': groupBy };
  for (const what of ['an image', 'a container'] as const) {
    const lists = {
      container: Array.from({ length: count }, (_, i) => made(i)),
      image: Array.from({ length: count }, (_, i) => madeImage(i)),
    };
    const input = { view: imagesView, lists, options: viewOptions({ settings }) };
    measure(`images by ${groupBy} + containers, ${what} changes`, input, (turn) => {
      if (what === 'a container') changeContainer(lists.container, turn);
      else lists.image[(turn * 7919) % count] = madeImage((turn * 7919) % count, `v${turn}`);
    });
  }
}

interface Measured {
  readonly view: EngineView;
  readonly lists: { readonly container: readonly Container[]; readonly image?: readonly Image[] };
  readonly options: ViewOptions;
}

function measure(name: string, { view, lists, options }: Measured, change: (turn: number) => void): void {
  let now = { container: [...lists.container], image: [...(lists.image ?? [])] };
  const list = (kind: 'container' | 'image') => now[kind];
  const engine = plainEngine({ ...plainInventory(), list: list as never });
  const first = timed(() => view.rows(engine, options));
  const after: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    change(turn);
    now = {
      container: isSame(now.container, lists.container) ? now.container : [...lists.container],
      image: isSame(now.image, lists.image ?? []) ? now.image : [...(lists.image ?? [])],
    };
    after.push(timed(() => openAll(view.rows(engine, options))));
  }
  const sorted = after.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((turns - 1) * share)] ?? 0).toFixed(1);
  console.log(
    `${count} ${name}: first ${first.toFixed(0)} ms; after a change median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  );
}

/** As an inventory has it: the same list until something changes. */
function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function changeContainer(containers: Container[], turn: number): void {
  const at = (turn * 7919) % count;
  containers[at] = { ...made(at), state: turn % 2 === 0 ? 'paused' : 'running' };
}

function made(i: number): Container {
  const name = `load-${['web', 'db', 'cache'][i % 3]}-${(i * 7919) % count}`;
  return container({
    name,
    id: `id-${i}`,
    imageId: `sha256:${i}`,
    project: `project-${i % 1000}`,
    networks: [`net-${i % 50}`],
  });
}

function madeImage(i: number, tag = 'latest'): Image {
  return image({ id: `sha256:${i}`, tags: [`registry.example/team-${i % 50}/app-${i % 1000}:${i}-${tag}`] });
}

/** As a tree in which every group is open. */
function openAll(rows: readonly Row[]): void {
  for (const { object, children } of rows)
    if (object?.kind === 'group' || object?.kind === 'repository') children?.();
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
