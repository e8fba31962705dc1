import type { Container } from '../src/engine/kinds/container.ts';
import { defaultSettings, type Settings } from '../src/settings.ts';
import { containersView } from '../src/views/containers.ts';
import { container, plainInventory } from '../test/support/plainInventory.ts';
import { plainEngine, viewOptions } from '../test/support/viewInput.ts';

/** From one changed container among 5,000 to the view's rows; the bar is 10 ms. */
const count = 5000;
const turns = 60;

for (const groupBy of ['none', 'project', 'network', 'state'] as const) {
  const settings: Settings = { ...defaultSettings, 'gantry.containers.groupBy': groupBy };
  for (const text of ['', 'web']) {
    const options = viewOptions({ settings, filter: { text } });
    const containers = Array.from({ length: count }, (_, i) => made(i));
    const inventory = { ...plainInventory(), list: (() => [...containers]) as never };
    const engine = plainEngine(inventory);
    const first = timed(() => containersView.rows(engine, options));
    const after: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const at = (turn * 7919) % count;
      containers[at] = { ...made(at), state: turn % 2 === 0 ? 'paused' : 'running' };
      after.push(timed(() => openAll(containersView.rows(engine, options))));
    }
    const sorted = after.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor((turns - 1) * share)] ?? 0).toFixed(1);
    const filter = text === '' ? 'no filter' : `filter “${text}”`;
    console.log(
      `${count} containers, grouped by ${groupBy}, ${filter}: first ${first.toFixed(0)} ms; after a change median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
    );
  }
}

function made(i: number): Container {
  const name = `load-${['web', 'db', 'cache'][i % 3]}-${(i * 7919) % count}`;
  return container({ name, id: `id-${i}`, project: `project-${i % 1000}`, networks: [`net-${i % 50}`] });
}

/** As a tree in which every group is open. */
function openAll(rows: ReturnType<typeof containersView.rows>): void {
  for (const { object, children } of rows) if (object?.kind === 'group') children?.();
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
