import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EngineError } from '../../src/engine/errors.ts';
import { inspectNode } from '../../src/engine/kinds/node.ts';
import { advertiseCandidates, initSwarm } from '../../src/engine/swarm.ts';
import { startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { needsWorld } from '../support/inWorld.ts';
import { connectTo, until } from './support/engine.ts';

const ours = { advertiseAddress: '127.0.0.1', listenAddress: '127.0.0.1:2477' };

describe('a swarm', { ...needsWorld, timeout: 120_000 }, () => {
  test('shows when we make it: the state, and the node', async () => {
    await using daemon = await startDaemon();
    await using engine = await connectTo(daemon.socketPath);
    const { inventory } = engine;
    assert.deepEqual(inventory.swarm, { status: 'inactive', manager: false });
    assert.equal(inventory.loaded('node'), true);
    assert.deepEqual(inventory.list('node'), []);
    await assert.rejects(
      inspectNode(engine, 'x'),
      (error) => error instanceof EngineError && error.code === 'not-a-manager',
    );
    const id = await initSwarm(engine, ours);
    await until(
      inventory,
      () => inventory.get('node', id)?.state === 'ready' && inventory.get('node', id)?.leader === true,
    );
    await until(inventory, ({ swarm }) => swarm.status === 'active' && swarm.manager);
    assert.equal(inventory.swarm.nodeId, id);
    const node = inventory.get('node', id);
    assert.equal(node?.role, 'manager');
    assert.equal(node?.address, '127.0.0.1');
    assert.ok((node?.cpus ?? 0) > 0 && (node?.memory ?? 0) > 0);
    assert.equal(((await inspectNode(engine, id)) as { ID: string }).ID, id);
    const { Version: version, Spec: spec } = (await inspectNode(engine, id)) as {
      Version: { Index: number };
      Spec: object;
    };
    await engineCall(daemon.socketPath, 'POST', `/nodes/${id}/update?version=${version.Index}`, {
      ...spec,
      Availability: 'drain',
    });
    await until(inventory, () => inventory.get('node', id)?.availability === 'drain');
    await assert.rejects(initSwarm(engine, ours), /already part of a swarm/);
  });

  test('shows when it is made outside', async () => {
    await using daemon = await startDaemon();
    await using engine = await connectTo(daemon.socketPath);
    await engineCall(daemon.socketPath, 'POST', '/swarm/init', {
      AdvertiseAddr: '127.0.0.1',
      ListenAddr: '127.0.0.1:2478',
    });
    await until(engine.inventory, ({ swarm }) => swarm.manager);
    await until(engine.inventory, () => engine.inventory.list('node').length === 1);
  });

  test('may be advertised by addresses that others can reach', () => {
    for (const address of advertiseCandidates()) assert.doesNotMatch(address, /^(?:127\.|::1$|fe80:)/);
  });
});
