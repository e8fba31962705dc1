import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Engine } from '../../src/engine/engine.ts';
import type { Inventory } from '../../src/engine/inventory.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { connectTo, until } from './support/engine.ts';

const networkNamed = (inventory: Inventory, wanted: string) =>
  inventory.list('network').find(({ name }) => name === wanted);

describe('networks and volumes in the inventory', { ...needsWorld, timeout: 120_000 }, () => {
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

  test('has what every engine has, marked as its own', () => {
    const builtin = engine.inventory
      .list('network')
      .map(({ name, driver, builtin }) => ({ name, driver, builtin }));
    builtin.sort((a, b) => a.name.localeCompare(b.name));
    assert.deepEqual(builtin, [
      { name: 'bridge', driver: 'bridge', builtin: true },
      { name: 'host', driver: 'host', builtin: true },
      { name: 'none', driver: 'none', builtin: true },
    ]);
  });

  test('follows a network that is created and removed outside, with all that it was created with', async () => {
    const { inventory } = engine;
    await engineCall(daemon.socketPath, 'POST', '/networks/create', {
      Name: 'shop_back',
      Internal: true,
      Attachable: true,
      IPAM: { Config: [{ Subnet: '10.77.0.0/24', Gateway: '10.77.0.1', IPRange: '10.77.0.128/25' }] },
      Options: { 'com.docker.network.bridge.name': 'shop0' },
      Labels: { 'com.docker.compose.project': 'shop', a: 'b' },
    });
    await until(inventory, () => networkNamed(inventory, 'shop_back') !== undefined);
    const { id, createdAt, ...network } = networkNamed(inventory, 'shop_back') ?? {};
    assert.ok(Math.abs((createdAt ?? 0) - Date.now()) < 600_000);
    assert.deepEqual(network, {
      kind: 'network',
      name: 'shop_back',
      driver: 'bridge',
      scope: 'local',
      internal: true,
      attachable: true,
      ingress: false,
      ipv6: false,
      subnets: [{ subnet: '10.77.0.0/24', gateway: '10.77.0.1', ipRange: '10.77.0.128/25' }],
      options: { 'com.docker.network.bridge.name': 'shop0' },
      labels: { 'com.docker.compose.project': 'shop', a: 'b' },
      builtin: false,
      project: 'shop',
    });
    await engineCall(daemon.socketPath, 'DELETE', `/networks/${id}`);
    await until(inventory, () => networkNamed(inventory, 'shop_back') === undefined);
  });

  test('follows a volume by its whole name, though another’s begins with it', async () => {
    const { inventory } = engine;
    const create = (name: string) =>
      engineCall(daemon.socketPath, 'POST', '/volumes/create', { Name: name, Labels: { a: name } });
    await create('data');
    await create('data-2');
    await until(inventory, () => inventory.list('volume').length === 2);
    await engineCall(daemon.socketPath, 'DELETE', '/volumes/data');
    await until(inventory, () => inventory.get('volume', 'data') === undefined);
    assert.equal(inventory.get('volume', 'data-2')?.labels.a, 'data-2');
    await engineCall(daemon.socketPath, 'DELETE', '/volumes/data-2');
    await until(inventory, () => inventory.list('volume').length === 0);
  });

  test('knows the volume that a container brings along, and that goes with it', async () => {
    const { inventory } = engine;
    const id = await createTestContainer(daemon.socketPath, {
      name: 'brings',
      start: false,
      volumes: ['/data'],
    });
    await until(inventory, () => inventory.list('volume').length === 1);
    assert.equal(inventory.list('volume')[0]?.anonymous, true);
    await removeTestContainer(daemon.socketPath, id);
    await until(inventory, () => inventory.list('volume').length === 0);
  });
});
