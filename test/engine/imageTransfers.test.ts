import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { exportContainer } from '../../src/engine/containers/exportContainer.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { EngineError } from '../../src/engine/errors.ts';
import { importImage, loadImages, saveImages } from '../../src/engine/images/archiveImages.ts';
import { imageHistory } from '../../src/engine/images/imageHistory.ts';
import { imagePlatform } from '../../src/engine/images/inspectImage.ts';
import { imagesToPrune, pruneImages } from '../../src/engine/images/pruneImages.ts';
import { pullImage, pushImage } from '../../src/engine/images/pullImage.ts';
import { removeImage } from '../../src/engine/images/removeImage.ts';
import { tagImage } from '../../src/engine/images/tagImage.ts';
import type { TransferProgress } from '../../src/engine/images/transferProgress.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsRegistry, type Registry, startRegistry } from '../support/registry.ts';
import { connectTo, until } from './support/engine.ts';

describe('images on their way', { ...needsRegistry, timeout: 120_000 }, () => {
  let daemon: Daemon;
  let engine: Engine;
  let registry: Registry;
  let folder: string;
  before(async () => {
    [daemon, registry] = await Promise.all([startDaemon(), startRegistry()]);
    await importBusybox(daemon.socketPath);
    engine = await connectTo(daemon.socketPath);
    folder = mkdtempSync(join(tmpdir(), 'gantry-images-'));
  });
  after(async () => {
    await engine?.[Symbol.asyncDispose]();
    await daemon?.[Symbol.asyncDispose]();
    await registry?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const idOf = async (reference: string) =>
    ((await engineCall(daemon.socketPath, 'GET', `/images/${reference}/json`)) as { readonly Id: string }).Id;
  const has = (reference: string) =>
    engine.inventory.list('image').some(({ tags }) => tags.includes(reference));

  test('pushed and pulled again, with progress by layer and the digest', async () => {
    const reference = `${registry.host}/team/app:1`;
    await tagImage(engine, 'busybox:latest', { target: reference });
    const pushing: TransferProgress[] = [];
    const pushed = await pushImage(engine, reference, { onProgress: (now) => pushing.push(now) });
    assert.match(pushed.digest ?? '', /^sha256:[0-9a-f]{64}$/);
    assert.deepEqual(
      pushed.layers.map(({ status, done }) => ({ status, done })),
      [{ status: 'Pushed', done: true }],
    );
    assert.ok(pushing.length > 1);
    await removeImage(engine, reference, {});
    await removeImage(engine, 'busybox:latest', {});
    await until(engine.inventory, () => engine.inventory.list('image').length === 0);
    const pulled = await pullImage(engine, reference);
    assert.equal(pulled.digest, pushed.digest);
    assert.equal(pulled.fraction, 1);
    assert.deepEqual(
      pulled.layers.map(({ status, done }) => ({ status, done })),
      [{ status: 'Pull complete', done: true }],
    );
    await until(engine.inventory, () => has(reference));
    assert.match((await pullImage(engine, reference)).status, /up to date/);
    await pullImage(engine, `${registry.host}/team/app@${pushed.digest}`);
    assert.equal(await imagePlatform(engine, reference), 'linux/amd64');
    await importBusybox(daemon.socketPath);
  });

  test('what goes wrong inside the stream is thrown', async () => {
    const words = (error: unknown) => (error instanceof EngineError ? error.message : String(error));
    await assert.rejects(pullImage(engine, `${registry.host}/team/none:1`), (error) =>
      /not found|manifest unknown/i.test(words(error)),
    );
    await assert.rejects(pullImage(engine, 'Not A Reference'), (error) => error instanceof EngineError);
    await tagImage(engine, 'busybox:latest', { target: '127.0.0.1:1/nowhere:1' });
    await assert.rejects(pushImage(engine, '127.0.0.1:1/nowhere:1'), (error) =>
      /connection refused/i.test(words(error)),
    );
    await assert.rejects(
      pullImage(engine, `${registry.host}/team/app:1`, { signal: AbortSignal.abort() }),
      (error) => error instanceof EngineError && error.code === 'aborted',
    );
  });

  test('a pull that is cancelled ends at the registry too', { timeout: 20_000 }, async () => {
    await removeImage(engine, 'busybox:latest', {});
    await removeImage(engine, `${registry.host}/team/app:1`, {});
    for (const { id } of engine.inventory.list('image'))
      await removeImage(engine, id, { force: true }).catch(() => undefined);
    await until(engine.inventory, () => engine.inventory.list('image').length === 0);
    const layer = Promise.withResolvers<{ readonly left: Promise<unknown> }>();
    // Hands out the layer so slowly that it takes minutes. An engine notices that nobody listens when it tells of progress.
    const stalling = createServer(({ url, method, headers, socket }, answer) => {
      const forwarded = request(`http://${registry.host}${url}`, { method, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 500, got.headers);
        if (Number(got.headers['content-length']) < 100_000) {
          got.pipe(answer);
          return;
        }
        layer.resolve({ left: once(socket, 'close') });
        got.on('data', async (chunk: Buffer) => {
          got.pause();
          for (let at = 0; at < chunk.length && !socket.destroyed; at += 1000) {
            answer.write(chunk.subarray(at, at + 1000));
            await delay(50);
          }
          got.resume();
        });
      });
      forwarded.end();
    }).listen(0, '127.0.0.1');
    await once(stalling, 'listening');
    try {
      const reference = `127.0.0.1:${(stalling.address() as AddressInfo).port}/team/app:1`;
      const cancel = new AbortController();
      const pulling = pullImage(engine, reference, { signal: cancel.signal });
      const { left } = await layer.promise;
      cancel.abort();
      await assert.rejects(pulling, (error) => error instanceof EngineError && error.code === 'aborted');
      await left;
      assert.deepEqual(await engineCall(daemon.socketPath, 'GET', '/images/json'), []);
    } finally {
      stalling.closeAllConnections();
      stalling.close();
      await importBusybox(daemon.socketPath);
    }
  });

  test('a save that is cancelled leaves no file', async () => {
    const cancel = new AbortController();
    await assert.rejects(
      saveImages(engine, ['busybox:latest'], {
        file: join(folder, 'cancelled.tar'),
        signal: cancel.signal,
        onBytes: () => cancel.abort(),
      }),
      (error) => error instanceof EngineError && error.code === 'aborted',
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  test('saved to a file and loaded from it', async () => {
    await importBusybox(daemon.socketPath);
    await tagImage(engine, 'busybox:latest', { target: 'saved:1' });
    await tagImage(engine, 'busybox:latest', { target: 'saved:2' });
    const id = await idOf('saved:1');
    const file = join(folder, 'saved.tar');
    assert.ok((await saveImages(engine, ['saved:1', 'saved:2'], { file })) > 100_000);
    await removeImage(engine, 'saved:1', {});
    await removeImage(engine, 'saved:2', {});
    const fractions: number[] = [];
    const loaded = await loadImages(engine, { file, onFraction: (now) => fractions.push(now) });
    assert.deepEqual([...loaded].sort(), ['saved:1', 'saved:2']);
    assert.equal(fractions.at(-1), 1);
    assert.equal(await idOf('saved:2'), id);
    await assert.rejects(saveImages(engine, ['none:1'], { file: join(folder, 'none.tar') }));
    assert.deepEqual(readdirSync(folder), ['saved.tar']);
    writeFileSync(join(folder, 'garbage.tar'), 'no archive at all'.repeat(1000));
    await assert.rejects(loadImages(engine, { file: join(folder, 'garbage.tar') }), EngineError);
    await assert.rejects(
      loadImages(engine, { file: join(folder, 'missing.tar') }),
      /missing\.tar is not there/,
    );
    assert.ok(existsSync(file));
  });

  test('imported from a file system, with how it is run', async () => {
    const file = join(folder, 'files.tar');
    const id = await engineCall(daemon.socketPath, 'POST', '/containers/create', {
      Image: 'busybox',
      Cmd: ['sh'],
    });
    await exportContainer(engine, (id as { readonly Id: string }).Id, { file });
    const imported = await importImage(engine, {
      file,
      reference: 'imported:1',
      message: 'made by a test',
      changes: ['CMD ["true"]', 'EXPOSE 80'],
    });
    assert.equal(await idOf('imported:1'), imported);
    const [layer] = await imageHistory(engine, 'imported:1');
    assert.equal(layer?.comment, 'made by a test');
    assert.ok((layer?.size ?? 0) > 100_000);
    await engineCall(daemon.socketPath, 'DELETE', `/containers/${(id as { readonly Id: string }).Id}`);
  });

  test('prune tells before what goes, by label and age', async () => {
    const file = join(folder, 'files.tar');
    await importImage(engine, { file, reference: 'pruned:1', changes: ['LABEL team=x'] });
    await importImage(engine, { file, changes: ['LABEL team=y'] });
    const tags = async (filter: Parameters<typeof imagesToPrune>[1]) =>
      (await imagesToPrune(engine, filter)).images.flatMap((image) => image.tags).sort();
    assert.deepEqual(await tags({ all: true, labels: ['team=x'] }), ['pruned:1']);
    assert.deepEqual(await tags({ all: true, before: Date.now() - 3_600_000, labels: ['team'] }), []);
    assert.equal((await imagesToPrune(engine, { labels: ['team'] })).images.length, 1);
    await pruneImages(engine, { labels: ['team'] });
    assert.equal((await imagesToPrune(engine, { labels: ['team'] })).images.length, 0);
    await pruneImages(engine, { all: true, labels: ['team=x'] });
    await until(engine.inventory, () => !has('pruned:1'));
  });
});
