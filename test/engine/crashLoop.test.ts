import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Modem } from '../../src/engine/modem.ts';
import { createTestContainer } from '../support/containers.ts';
import { startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { connectTo, until } from './support/engine.ts';

describe('300 containers, one in a crash loop', { ...needsWorld, timeout: 240_000 }, () => {
  test('keep nobody waiting, and the engine from being hammered', async () => {
    await using daemon = await startDaemon();
    await importBusybox(daemon.socketPath);
    for (let group = 0; group < 30; group += 1) {
      const ten = Array.from({ length: 10 }, () => createTestContainer(daemon.socketPath, { start: false }));
      await Promise.all(ten);
    }
    const created = await engineCall(daemon.socketPath, 'POST', '/containers/create?name=looping', {
      Image: 'busybox',
      Cmd: ['false'],
      HostConfig: { RestartPolicy: { Name: 'always' } },
    });
    const { Id: looping } = created as { Id: string };
    await using engine = await connectTo(daemon.socketPath);
    const { inventory } = engine;
    assert.equal(inventory.list('container').length, 301);
    let readings = 0;
    let lists = 0;
    const { modem } = engine.client as unknown as { modem: Modem };
    const { dial } = modem;
    modem.dial = (options, callback) => {
      if (options.path.startsWith('/containers/json')) {
        readings += 1;
        lists += options.options?.filters === undefined ? 1 : 0;
      }
      dial(options, callback);
    };

    await engineCall(daemon.socketPath, 'POST', `/containers/${looping}/start`);
    await until(inventory, () => inventory.get('container', looping)?.state === 'restarting');
    let restarts = 0;
    using _changes = inventory.onDidChange(({ changed }) => {
      if (changed.some(({ id }) => id === looping)) restarts += 1;
    });
    const before = performance.now();
    const ids: string[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const id = await createTestContainer(daemon.socketPath, { start: false });
      ids.push(id);
      await until(inventory, () => inventory.get('container', id) !== undefined);
      await engineCall(daemon.socketPath, 'POST', `/containers/${id}/rename?name=turn-${turn}`);
      await until(inventory, () => inventory.get('container', id)?.name === `turn-${turn}`);
    }
    const spacings = (performance.now() - before) / 100;
    assert.ok(restarts > 0, 'the loop went on meanwhile, and showed');
    // Each object at most once a spacing, and once more to confirm; never the whole list for one of them.
    assert.ok(
      readings <= (spacings + 1) * 2 + ids.length * 4,
      `${readings} readings in ${spacings} spacings`,
    );
    assert.equal(lists, 0);
    await engineCall(daemon.socketPath, 'DELETE', `/containers/${looping}?force=1`);
    await until(inventory, () => inventory.get('container', looping) === undefined);
  });
});
