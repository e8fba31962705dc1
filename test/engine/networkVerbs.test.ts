import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError } from '../../src/engine/errors.ts';
import { connectNetwork } from '../../src/engine/networks/connectNetwork.ts';
import { createNetwork } from '../../src/engine/networks/createNetwork.ts';
import { disconnectNetwork } from '../../src/engine/networks/disconnectNetwork.ts';
import { inspectNetwork, networkEndpoints } from '../../src/engine/networks/inspectNetwork.ts';
import { networksToPrune, pruneNetworks } from '../../src/engine/networks/pruneNetworks.ts';
import { removeNetwork } from '../../src/engine/networks/removeNetwork.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { connectTo } from './support/engine.ts';

const refused = (words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof EngineError, String(error));
  assert.equal(error.code, 'refused');
  assert.match(error.message, words);
  return true;
};

describe('verbs on networks', { ...needsWorld, timeout: 120_000 }, () => {
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

  test('create with all that is asked for; a name that is taken and a subnet that overlaps are refused', async () => {
    const id = await createNetwork(engine, {
      name: 'full',
      driver: 'bridge',
      internal: true,
      attachable: true,
      subnets: [{ subnet: '10.78.0.0/24', gateway: '10.78.0.1', ipRange: '10.78.0.64/26' }],
      options: { 'com.docker.network.driver.mtu': '1400' },
      labels: { a: 'b' },
    });
    const info = (await engineCall(daemon.socketPath, 'GET', `/networks/${id}`)) as Record<string, unknown>;
    assert.deepEqual(
      { ...info, Created: undefined, Id: undefined },
      {
        ...info,
        Name: 'full',
        Driver: 'bridge',
        Internal: true,
        Attachable: true,
        IPAM: {
          Driver: 'default',
          Options: null,
          Config: [{ Subnet: '10.78.0.0/24', Gateway: '10.78.0.1', IPRange: '10.78.0.64/26' }],
        },
        Options: { 'com.docker.network.driver.mtu': '1400' },
        Labels: { a: 'b' },
        Created: undefined,
        Id: undefined,
      },
    );
    await assert.rejects(createNetwork(engine, { name: 'full' }), refused(/already exists/));
    await assert.rejects(
      createNetwork(engine, { name: 'overlaps', subnets: [{ subnet: '10.78.0.0/25' }] }),
      refused(/overlap/i),
    );
    await removeNetwork(engine, id);
  });

  test('connect with an address and a name of its own, and disconnect', async (t) => {
    const network = await createNetwork(engine, { name: 'net', subnets: [{ subnet: '10.79.0.0/24' }] });
    const container = await createTestContainer(daemon.socketPath, { name: 'joins' });
    t.after(() => removeTestContainer(daemon.socketPath, container));
    await connectNetwork(engine, network, { container, aliases: ['db'], ipv4: '10.79.0.9' });
    assert.deepEqual(
      (await networkEndpoints(engine, network)).map(({ name, ipv4, containerId }) => ({
        name,
        ipv4,
        containerId,
      })),
      [{ name: 'joins', ipv4: '10.79.0.9/24', containerId: container }],
    );
    const info = (await engineCall(daemon.socketPath, 'GET', `/containers/${container}/json`)) as {
      readonly NetworkSettings: {
        readonly Networks: Record<string, { readonly Aliases: readonly string[] } | undefined>;
      };
    };
    assert.ok(info.NetworkSettings.Networks.net?.Aliases.includes('db'));
    await assert.rejects(connectNetwork(engine, network, { container }), refused(/already exists/));
    await assert.rejects(removeNetwork(engine, network), refused(/active endpoints/));
    await disconnectNetwork(engine, network, { container });
    assert.deepEqual(await networkEndpoints(engine, network), []);
    await assert.rejects(disconnectNetwork(engine, network, { container }), refused(/not connected/));
    const inspected = await inspectNetwork(engine, network);
    assert.equal((inspected as { readonly Id: string }).Id, network);
    await removeNetwork(engine, network);
    await assert.rejects(removeNetwork(engine, network), refused(/not found|No such network/i));
    await assert.rejects(removeNetwork(engine, 'bridge'), refused(/pre-defined/));
  });

  test('prune says before what goes, by label and age', async (t) => {
    const used = await createNetwork(engine, { name: 'used', labels: { team: 'x' } });
    await createNetwork(engine, { name: 'unused', labels: { team: 'x' } });
    await createNetwork(engine, { name: 'other', labels: { team: 'y' } });
    const container = await createTestContainer(daemon.socketPath, { name: 'holds' });
    t.after(() => removeTestContainer(daemon.socketPath, container));
    await connectNetwork(engine, used, { container });
    const names = async (filter: Parameters<typeof networksToPrune>[1]) =>
      (await networksToPrune(engine, filter)).map(({ name }) => name).sort();
    assert.deepEqual(await names({}), ['other', 'unused']);
    assert.deepEqual(await names({ before: Date.now() - 3_600_000 }), []);
    assert.deepEqual(await names({ labels: ['team=x'] }), ['unused']);
    assert.deepEqual(await pruneNetworks(engine, { labels: ['team=x'] }), ['unused']);
    assert.deepEqual(await pruneNetworks(engine, { before: Date.now() - 3_600_000 }), []);
    assert.deepEqual(await pruneNetworks(engine), ['other']);
    assert.deepEqual(await names({}), []);
  });
});
