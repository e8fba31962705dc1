import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openStats, type Stats } from '../../src/engine/containers/stats.ts';
import type { ContainerUsage } from '../../src/engine/containers/usage.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket, needsWorld } from '../support/inWorld.ts';
import { connectTo, until } from './support/engine.ts';

/** Uses one processor. */
const busy = ['sh', '-c', 'while :; do :; done'];

describe('live usage', { ...needsWorld, timeout: 60_000 }, () => {
  let engine: Engine;

  before(async () => {
    await importBusybox(defaultSocket);
    engine = await connectTo(defaultSocket);
  });
  after(() => engine?.[Symbol.asyncDispose]());

  test('tells who is busy and who is not', async () => {
    const worker = await running(busy);
    const sleeper = await running(['sleep', '1000']);
    using follower = follow([worker, sleeper]);
    const used = await follower.until(
      ({ usage }) => (usage(worker)?.cpu ?? 0) > 20 && usage(sleeper)?.cpu !== undefined,
    );
    const [busyOne, idleOne] = [used.usage(worker), used.usage(sleeper)];
    assert.ok(isNear(idleOne?.cpu ?? 100, 0, 10), `the sleeper uses ${idleOne?.cpu} %`);
    assert.ok((busyOne?.cpu ?? 0) < 130, `one loop can't use ${busyOne?.cpu} %`);
    assert.ok((busyOne?.memory ?? 0) > 10_000, 'it has memory');
    assert.ok((busyOne?.memoryLimit ?? 0) > (busyOne?.memory ?? 0), 'and a limit above that');
    await removeTestContainer(defaultSocket, worker);
    await removeTestContainer(defaultSocket, sleeper);
  });

  test('goes when its container stops, and comes back when it starts', async () => {
    const id = await running(busy);
    using follower = follow([id]);
    await follower.until(({ usage }) => usage(id) !== undefined);
    await engineCall(defaultSocket, 'POST', `/containers/${id}/kill`);
    await follower.until(({ usage }) => usage(id) === undefined);
    await engineCall(defaultSocket, 'POST', `/containers/${id}/start`);
    await follower.until(({ usage }) => usage(id)?.cpu !== undefined);
    await removeTestContainer(defaultSocket, id);
    await follower.until(({ usage }) => usage(id) === undefined);
  });

  test('is asked for only where it is wanted', async () => {
    const id = await running(['sleep', '1000']);
    const asked: string[] = [];
    const modem = new Proxy(engine.client.modem, {
      get: (target, name) =>
        name === 'dial'
          ? (...args: Parameters<typeof target.dial>) => {
              asked.push(args[0].path);
              target.dial(...args);
            }
          : Reflect.get(target, name),
    });
    const client = new Proxy(engine.client, {
      get: (target, name) => (name === 'modem' ? modem : Reflect.get(target, name)),
    });
    const wanted: string[] = [];
    using follower = follow(wanted, { client, inventory: engine.inventory });
    follower.stats.update();
    assert.deepEqual(asked, []);
    wanted.push(id, 'there-is-no-such-container');
    follower.stats.update();
    await follower.until(({ usage }) => usage(id) !== undefined);
    assert.deepEqual(asked, [`/containers/${id}/stats`]);
    wanted.length = 0;
    follower.stats.update();
    assert.equal(follower.stats.usage(id), undefined);
    await removeTestContainer(defaultSocket, id);
  });

  test('ends with its signal', async () => {
    const id = await running(['sleep', '1000']);
    const follower = follow([id]);
    await follower.until(({ usage }) => usage(id) !== undefined);
    follower[Symbol.dispose]();
    assert.equal(follower.stats.usage(id), undefined);
    await removeTestContainer(defaultSocket, id);
  });

  async function running(command: readonly string[]): Promise<string> {
    const id = await createTestContainer(defaultSocket, { command });
    await until(engine.inventory, ({ get }) => get('container', id)?.state === 'running');
    return id;
  }

  function follow(ids: readonly string[], on: Pick<Engine, 'client' | 'inventory'> = engine) {
    const ending = new AbortController();
    const waiting = new Set<() => void>();
    const stats = openStats({
      engine: on,
      ids: () => ids,
      signal: ending.signal,
      onChange() {
        for (const look of waiting) look();
      },
    });
    return {
      stats,
      until: (wished: (stats: Stats) => boolean) =>
        new Promise<Stats>((resolve) => {
          const look = () => {
            if (!wished(stats)) return;
            waiting.delete(look);
            resolve(stats);
          };
          waiting.add(look);
          look();
        }),
      [Symbol.dispose]: () => ending.abort(),
    };
  }
});

function isNear(value: NonNullable<ContainerUsage['cpu']>, wanted: number, within: number): boolean {
  return Math.abs(value - wanted) <= within;
}
