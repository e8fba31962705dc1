import { openEngine } from '../src/engine/openEngine.ts';
import { createTestContainer, removeTestContainer } from '../test/support/containers.ts';
import { engineRequest } from '../test/support/engineRequest.ts';
import { importBusybox } from '../test/support/images.ts';
import { defaultSocket } from '../test/support/inWorld.ts';

/**
 * From the moment that an engine has done something to the moment that the inventory says so; the bar is 250 ms.
 * `node test/support/world.ts -- node bench/engine.bench.ts`
 */
await importBusybox(defaultSocket);
const ids: string[] = [];
for (const count of [10, 300]) {
  while (ids.length < count) ids.push(await createTestContainer(defaultSocket, { start: false }));
  await using engine = openEngine({ resolve: async () => ({ kind: 'socket', path: defaultSocket }) });
  const { inventory } = engine;
  const started = performance.now();
  await new Promise<void>((resolve) => {
    inventory.onDidChangeState(() => inventory.state.status === 'connected' && resolve());
  });
  const connected = performance.now() - started;
  const single: number[] = [];
  const again: number[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const id = ids[turn % ids.length] ?? '';
    // Two at once: the second falls within the spacing of the first.
    single.push(await latency(id, `first-${count}-${turn}`));
    again.push(await latency(id, `again-${count}-${turn}`));
  }
  console.log(
    `${count} containers: connected in ${connected.toFixed(0)} ms; rename → change ${summary(single)}; again at once ${summary(again)}`,
  );

  async function latency(id: string, name: string): Promise<number> {
    const shown = Promise.withResolvers<number>();
    using _changes = inventory.onDidChange(({ changed }) => {
      if (changed.some((object) => object.id === id && 'name' in object && object.name === name))
        shown.resolve(performance.now());
    });
    await engineRequest(defaultSocket, 'POST', `/containers/${id}/rename?name=${name}`);
    const done = performance.now();
    return Math.max(0, (await shown.promise) - done);
  }
}
for (const id of ids) await removeTestContainer(defaultSocket, id);

function summary(samples: readonly number[]): string {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}
