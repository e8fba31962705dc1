import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../src/engine/change.ts';
import {
  killContainer,
  pauseContainer,
  restartContainer,
  startContainer,
  stopContainer,
  unpauseContainer,
} from '../../src/engine/containers/lifecycle.ts';
import { removeContainer } from '../../src/engine/containers/removeContainer.ts';
import { renameContainer } from '../../src/engine/containers/renameContainer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { removeImage } from '../../src/engine/images/removeImage.ts';
import { tagImage } from '../../src/engine/images/tagImage.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox, importImage } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { connectTo, containerNamed, until } from './support/engine.ts';

describe('the inventory', { ...needsWorld, timeout: 120_000 }, () => {
  let daemon: Daemon;
  let engine: Engine;

  before(async () => {
    daemon = await startDaemon();
    await importBusybox(daemon.socketPath);
    engine = await connectTo(daemon.socketPath);
  });
  after(async () => {
    await engine?.[Symbol.asyncDispose]();
    await daemon?.[Symbol.asyncDispose]();
  });

  test('follows a container that is created, started, renamed and removed outside', async () => {
    const { inventory } = engine;
    const id = await createTestContainer(daemon.socketPath, { name: 'outside', start: false });
    await until(inventory, () => inventory.get('container', id)?.state === 'created');
    await engineCall(daemon.socketPath, 'POST', `/containers/${id}/start`);
    await until(inventory, () => inventory.get('container', id)?.state === 'running');
    assert.equal(inventory.get('container', id)?.status, 'Up');
    assert.deepEqual(inventory.get('container', id)?.networks, ['bridge']);
    await engineCall(daemon.socketPath, 'POST', `/containers/${id}/rename?name=renamed`);
    await until(inventory, () => containerNamed(inventory, 'renamed')?.id === id);
    await engineCall(daemon.socketPath, 'POST', `/containers/${id}/kill`);
    await until(inventory, () => inventory.get('container', id)?.state === 'exited');
    assert.equal(inventory.get('container', id)?.exitCode, 137);
    assert.equal(inventory.get('container', id)?.status, 'Exited (137)');
    await removeTestContainer(daemon.socketPath, id);
    await until(inventory, () => inventory.get('container', id) === undefined);
  });

  test('follows health and networks', async () => {
    const { inventory } = engine;
    await engineCall(daemon.socketPath, 'POST', '/networks/create', { Name: 'second' });
    const created = await engineCall(daemon.socketPath, 'POST', '/containers/create?name=healthy', {
      Image: 'busybox',
      Cmd: ['sleep', '1000'],
      StopSignal: 'SIGKILL',
      Healthcheck: { Test: ['CMD', 'test', '-e', '/well'], Interval: 1e8, Retries: 1 },
    });
    const { Id: id } = created as { Id: string };
    await engineCall(daemon.socketPath, 'POST', `/containers/${id}/start`);
    await until(inventory, () => inventory.get('container', id)?.health === 'unhealthy');
    const exec = await engineCall(daemon.socketPath, 'POST', `/containers/${id}/exec`, {
      Cmd: ['touch', '/well'],
    });
    await engineCall(daemon.socketPath, 'POST', `/exec/${(exec as { Id: string }).Id}/start`, {
      Detach: true,
    });
    await until(inventory, () => inventory.get('container', id)?.health === 'healthy');
    assert.equal(inventory.get('container', id)?.status, 'Up');
    await engineCall(daemon.socketPath, 'POST', '/networks/second/connect', { Container: id });
    await until(inventory, () => inventory.get('container', id)?.networks.includes('second') === true);
    await removeTestContainer(daemon.socketPath, id);
    await until(inventory, () => inventory.get('container', id) === undefined);
  });

  test('keeps labels as they are, whatever is in them', async () => {
    const { inventory } = engine;
    const labels = {
      note: '<script>alert(1)</script>',
      users: 'a=b,c=d',
      ünï: '日本語 ✓',
      'com.docker.compose.project': 'shop',
    };
    const id = await createTestContainer(daemon.socketPath, { name: 'labelled', labels, start: false });
    await until(inventory, () => inventory.get('container', id) !== undefined);
    const container = inventory.get('container', id);
    for (const [key, value] of Object.entries(labels)) assert.equal(container?.labels[key], value);
    assert.equal(container?.project, 'shop');
    await removeTestContainer(daemon.socketPath, id);
  });

  test('follows a tag that moves, and whose containers name it', async () => {
    const { inventory } = engine;
    await importImage(
      daemon.socketPath,
      'moving',
      [{ path: 'one', kind: 'file', content: Buffer.from('1') }],
      ['CMD ["x"]'],
    );
    await until(inventory, () => inventory.list('image').some(({ tags }) => tags.includes('moving:latest')));
    const first = inventory.list('image').find(({ tags }) => tags.includes('moving:latest'));
    const id = await createTestContainer(daemon.socketPath, {
      name: 'of-moving',
      image: 'moving',
      start: false,
    });
    await until(inventory, () => inventory.get('container', id)?.image === 'moving');
    await importImage(
      daemon.socketPath,
      'moving',
      [{ path: 'two', kind: 'file', content: Buffer.from('2') }],
      ['CMD ["x"]'],
    );
    await until(inventory, () => inventory.get('image', first?.id ?? '')?.tags.length === 0);
    await until(inventory, () => inventory.get('container', id)?.image !== 'moving');
    assert.equal(inventory.get('container', id)?.imageId, first?.id);
    await removeTestContainer(daemon.socketPath, id);
    await removeImage(engine, first?.id ?? '', {});
    await until(inventory, () => inventory.get('image', first?.id ?? '') === undefined);
  });

  test('publishes only what differs, and keeps the value of what does not', async () => {
    const { inventory } = engine;
    const still = await createTestContainer(daemon.socketPath, { name: 'still' });
    await until(inventory, () => inventory.get('container', still)?.state === 'running');
    const value = inventory.get('container', still);
    const seen: Change[] = [];
    using _changes = inventory.onDidChange((change) => seen.push(change));
    inventory.retry();
    const other = await createTestContainer(daemon.socketPath, { name: 'other', start: false });
    await until(inventory, () => inventory.get('container', other) !== undefined);
    assert.equal(inventory.get('container', still), value);
    assert.deepEqual(
      seen.map(({ kind, added, changed, removed }) => ({
        kind,
        added: added.map(({ id }) => id),
        changed,
        removed,
      })),
      [{ kind: 'container', added: [other], changed: [], removed: [] }],
    );
    await removeTestContainer(daemon.socketPath, still);
    await removeTestContainer(daemon.socketPath, other);
  });

  test('is what a fresh list says after a storm of verbs', async () => {
    const { inventory } = engine;
    const random = randomFrom(20_261_124);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
    const verbs = [
      startContainer,
      stopContainer,
      restartContainer,
      pauseContainer,
      unpauseContainer,
      killContainer,
      (on: Engine, id: string) => removeContainer(on, id, { force: true }),
      (on: Engine, id: string) => renameContainer(on, id, { name: `storm-${Math.floor(random() * 1e9)}` }),
      (on: Engine) => tagImage(on, 'busybox', { target: `storm:${Math.floor(random() * 5)}` }),
      (on: Engine) => removeImage(on, `storm:${Math.floor(random() * 5)}`, {}),
      () => createTestContainer(daemon.socketPath, { start: random() < 0.5 }),
    ];
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map(() => createTestContainer(daemon.socketPath)));
    const person = async () => {
      for (let turn = 0; turn < 40; turn += 1) {
        const id = pick(ids) ?? '';
        // What makes no sense in a container's state is refused: that, too, is part of a storm.
        const made = await pick(verbs)?.(engine, id).catch(() => undefined);
        if (typeof made === 'string') ids.push(made);
      }
    };
    await Promise.all([person(), person(), person()]);
    await using fresh = await connectTo(daemon.socketPath);
    const truth = (of: Engine) => ({
      containers: new Map(of.inventory.list('container').map((object) => [object.id, object])),
      images: new Map(of.inventory.list('image').map((object) => [object.id, object])),
    });
    await until(inventory, () => isDeepStrictEqual(truth(engine), truth(fresh)));
    assert.ok(truth(fresh).containers.size > 0);
  });
});

/** mulberry32: a storm that fails can be had again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
