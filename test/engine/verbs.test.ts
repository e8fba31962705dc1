import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createContainer } from '../../src/engine/containers/createContainer.ts';
import { inspectContainer } from '../../src/engine/containers/inspectContainer.ts';
import {
  killContainer,
  pauseContainer,
  restartContainer,
  startContainer,
  stopContainer,
  unpauseContainer,
} from '../../src/engine/containers/lifecycle.ts';
import { containersToPrune, pruneContainers } from '../../src/engine/containers/pruneContainers.ts';
import { removeContainer } from '../../src/engine/containers/removeContainer.ts';
import { renameContainer } from '../../src/engine/containers/renameContainer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError } from '../../src/engine/errors.ts';
import { exposedPorts, inspectImage } from '../../src/engine/images/inspectImage.ts';
import { imagesToPrune, pruneImages } from '../../src/engine/images/pruneImages.ts';
import { removeImage } from '../../src/engine/images/removeImage.ts';
import { tagImage } from '../../src/engine/images/tagImage.ts';
import { imageReferences } from '../../src/engine/kinds/image.ts';
import { createTestContainer } from '../support/containers.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importImage } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';

describe('verbs', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let socketPath: string;

  before(async () => {
    own = await startOwnEngine();
    ({ engine, socketPath } = own);
  });
  after(async () => {
    await own?.[Symbol.asyncDispose]();
  });

  test('take a container through its life', async () => {
    const { inventory } = engine;
    const id = await createTestContainer(socketPath, { start: false });
    const becomes = (state: string) =>
      until(inventory, () => inventory.get('container', id)?.state === state);
    await startContainer(engine, id);
    await becomes('running');
    await pauseContainer(engine, id);
    await becomes('paused');
    assert.equal(inventory.get('container', id)?.status, 'Up (Paused)');
    await unpauseContainer(engine, id);
    await becomes('running');
    await restartContainer(engine, id);
    await becomes('running');
    await renameContainer(engine, id, { name: 'grown-up' });
    await until(inventory, () => inventory.get('container', id)?.name === 'grown-up');
    await stopContainer(engine, id);
    await becomes('exited');
    await stopContainer(engine, id);
    await assert.rejects(
      killContainer(engine, id),
      (error) => error instanceof EngineError && error.status === 409,
    );
    await startContainer(engine, id);
    await assert.rejects(removeContainer(engine, id, {}), /cannot remove a running container/);
    await removeContainer(engine, id, { force: true });
    await until(inventory, () => inventory.get('container', id) === undefined);
  });

  test('create a container with all that was asked for, and nothing of it in the URL', async () => {
    const id = await createContainer(engine, {
      image: 'busybox',
      name: 'made',
      command: ['sleep', '1000'],
      ports: [
        { containerPort: 80, protocol: 'tcp' },
        { containerPort: 53, protocol: 'udp', hostPort: 5353 },
      ],
      env: { SECRET: 'a=b c', EMPTY: '' },
      tty: true,
    });
    await startContainer(engine, id);
    await until(
      engine.inventory,
      () => engine.inventory.get('container', id)?.ports.some(({ publicPort }) => publicPort) === true,
    );
    const { ports, name } = engine.inventory.get('container', id) ?? {};
    assert.equal(name, 'made');
    const published = new Set(ports?.map(({ privatePort, protocol }) => `${privatePort}/${protocol}`));
    assert.deepEqual(published, new Set(['80/tcp', '53/udp']));
    assert.ok(ports?.some(({ privatePort, publicPort }) => privatePort === 53 && publicPort === 5353));
    assert.ok(ports?.every(({ publicPort }) => publicPort !== undefined && publicPort > 0));
    const { Config: config } = (await inspectContainer(engine, id)) as {
      Config: { Env: string[]; Tty: boolean };
    };
    assert.ok(config.Env.includes('SECRET=a=b c') && config.Env.includes('EMPTY='));
    assert.equal(config.Tty, true);
    await removeContainer(engine, id, { force: true });
    await assert.rejects(createContainer(engine, { image: 'no-such-image' }), /No such image/);
  });

  test('tag, untag and remove images, and name their ports', async () => {
    const { inventory } = engine;
    await importImage(socketPath, 'web', [], ['EXPOSE 8080/tcp', 'EXPOSE 53/udp', 'CMD ["x"]']);
    assert.deepEqual(await exposedPorts(engine, 'web:latest'), [
      { port: 53, protocol: 'udp' },
      { port: 8080, protocol: 'tcp' },
    ]);
    await tagImage(engine, 'web', { target: 'ghcr.io/team/web:1.0' });
    await until(inventory, () =>
      inventory.list('image').some(({ tags }) => tags.includes('ghcr.io/team/web:1.0')),
    );
    const image = inventory.list('image').find(({ tags }) => tags.includes('web:latest'));
    assert.deepEqual(image && imageReferences(image).map(({ reference }) => reference), [
      'ghcr.io/team/web:1.0',
      'web:latest',
    ]);
    await assert.rejects(tagImage(engine, 'web', { target: 'Not Good' }), /no spaces/);
    const { Id: id } = (await inspectImage(engine, 'ghcr.io/team/web:1.0')) as { Id: string };
    assert.equal(id, image?.id);
    assert.deepEqual(await removeImage(engine, 'web:latest', {}), { untagged: ['web:latest'], deleted: [] });
    const { untagged, deleted } = await removeImage(engine, 'ghcr.io/team/web:1.0', {});
    assert.deepEqual(untagged, ['ghcr.io/team/web:1.0']);
    assert.ok(deleted.includes(id));
    await until(inventory, () => inventory.get('image', id) === undefined);
  });

  test('plan a prune of containers as it then goes', async () => {
    const running = await createTestContainer(socketPath);
    const created = await createTestContainer(socketPath, { start: false });
    const writing = await createTestContainer(socketPath, {
      command: ['sh', '-c', 'head -c 300000 /dev/zero > /f'],
    });
    await until(engine.inventory, () => engine.inventory.get('container', writing)?.state === 'exited');
    const plan = await containersToPrune(engine);
    const { removed, bytes } = await pruneContainers(engine);
    assert.deepEqual(new Set(plan.containers.map(({ id }) => id)), new Set(removed));
    assert.deepEqual(new Set(removed), new Set([created, writing]));
    assert.equal(plan.bytes, bytes);
    assert.ok(bytes >= 300_000);
    await removeContainer(engine, running, { force: true });
    assert.deepEqual(await pruneContainers(engine), { removed: [], bytes: 0 });
  });

  test('plan a prune of images as it then goes, dangling ones and all', async () => {
    const file = (text: string) => [{ path: 'f', kind: 'file', content: Buffer.from(text) }] as const;
    await importImage(socketPath, 'replaced', file('one'), ['CMD ["x"]']);
    await importImage(socketPath, 'replaced', file('two'), ['CMD ["x"]']);
    await importImage(socketPath, 'used', file('three'), ['CMD ["x"]']);
    const user = await createTestContainer(socketPath, { image: 'used', start: false });
    const dangling = await imagesToPrune(engine, {});
    assert.equal(dangling.images.length, 1);
    const first = await pruneImages(engine, {});
    assert.ok(first.removed.includes(dangling.images[0]?.id ?? ''));
    assert.equal(first.bytes, dangling.bytes);
    const plan = await imagesToPrune(engine, { all: true });
    assert.deepEqual(plan.images.flatMap(({ tags }) => tags).sort(), ['busybox:latest', 'replaced:latest']);
    const { removed, bytes } = await pruneImages(engine, { all: true });
    assert.equal(bytes, plan.bytes);
    assert.ok(plan.images.every(({ id }) => removed.includes(id)));
    const left = (await engineCall(socketPath, 'GET', '/images/json')) as { RepoTags: string[] }[];
    assert.deepEqual(
      left.map(({ RepoTags }) => RepoTags),
      [['used:latest']],
    );
    await removeContainer(engine, user, {});
  });
});
