import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { after, before, describe, test } from 'node:test';
import type { Engine } from '../../src/engine/engine.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineCall, engineRequest } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { isObject } from '../support/json.ts';
import { tar } from '../support/tar.ts';
import { connectTo, until } from './support/engine.ts';
import { equalsEngine } from './support/truth.ts';

const suites = [
  { name: 'the machine’s own engine', options: {} },
  { name: 'the engine of sid', options: { suite: 'sid' } },
] as const;

for (const { name, options } of suites) {
  describe(`images on ${name}`, { ...needsWorld, timeout: 120_000 }, () => {
    let daemon: Daemon;
    let engine: Engine;
    before(async () => {
      daemon = await startDaemon(options);
      await importBusybox(daemon.socketPath);
      engine = await connectTo(daemon.socketPath);
    });
    after(async () => {
      await engine?.[Symbol.asyncDispose]();
      await daemon?.[Symbol.asyncDispose]();
    });

    const call = (method: 'POST' | 'DELETE', path: string, body?: object) =>
      engineCall(daemon.socketPath, method, path, body);
    const tagsOf = (id: string) => engine.inventory.get('image', id)?.tags;
    const idOf = (tag: string) =>
      engine.inventory.list('image').find(({ tags }) => tags.includes(tag))?.id ?? '';
    /** By the builder of old, which knows what an image was built on. */
    const build = async (tag: string, dockerfile: string) => {
      const context = tar([{ path: 'Dockerfile', kind: 'file', content: Buffer.from(dockerfile) }]);
      const { text } = await engineRequest(daemon.socketPath, 'POST', `/build?t=${tag}`, context);
      assert.match(text, /Successfully tagged/);
    };

    test('are read one by one: the tagged, the one that loses the tag, the gone', async () => {
      const { inventory } = engine;
      await build('a:1', 'FROM scratch\nLABEL a=1\n');
      await build('b:1', 'FROM scratch\nLABEL b=1\n');
      await until(inventory, () => idOf('a:1') !== '' && idOf('b:1') !== '');
      const [a, b] = [idOf('a:1'), idOf('b:1')];
      using lists = wholeLists();
      await call('POST', '/images/a:1/tag?repo=moving&tag=1');
      await until(inventory, () => tagsOf(a)?.length === 2);
      await call('POST', '/images/b:1/tag?repo=moving&tag=1');
      await until(inventory, () => tagsOf(b)?.length === 2 && tagsOf(a)?.length === 1);
      await call('DELETE', '/images/moving:1');
      await until(inventory, () => tagsOf(b)?.length === 1);
      await call('DELETE', '/images/b:1');
      await until(inventory, () => inventory.get('image', b) === undefined);
      assert.deepEqual(lists.seen, []);
      await equalsEngine(inventory, daemon.socketPath);
    });

    test('without a name show when nothing is built on them any more, and hide when something is', async () => {
      const { inventory } = engine;
      await build('base:1', 'FROM scratch\nLABEL base=1\n');
      await build('built:1', 'FROM base:1\nLABEL built=1\n');
      await until(inventory, () => idOf('base:1') !== '' && idOf('built:1') !== '');
      const [base, built] = [idOf('base:1'), idOf('built:1')];
      assert.equal(inventory.get('image', built)?.parentId, base);
      using lists = wholeLists();
      await call('DELETE', '/images/base:1?noprune=1');
      await until(inventory, () => inventory.get('image', base) === undefined);
      await call('DELETE', '/images/built:1?noprune=1');
      await until(inventory, () => tagsOf(base)?.length === 0 && inventory.get('image', built) === undefined);
      await build('again:1', `FROM ${base}\nLABEL again=1\n`);
      await until(inventory, () => idOf('again:1') !== '' && inventory.get('image', base) === undefined);
      assert.deepEqual(lists.seen, []);
      await equalsEngine(inventory, daemon.socketPath);
    });

    test('show when a container is committed without a name', async () => {
      const { inventory } = engine;
      const id = await createTestContainer(daemon.socketPath, { name: 'committed', start: false });
      const made = await call('POST', `/commit?container=${id}`, {});
      const { Id: image } = made as { readonly Id: string };
      await until(inventory, () => tagsOf(image)?.length === 0);
      await removeTestContainer(daemon.socketPath, id);
      await call('DELETE', `/images/${image}`);
      await until(inventory, () => inventory.get('image', image) === undefined);
      await equalsEngine(inventory, daemon.socketPath);
    });
  });
}

/** Which requests of this process have been for all images. */
function wholeLists(): Disposable & { readonly seen: readonly string[] } {
  const seen: string[] = [];
  const onRequest = (message: unknown) => {
    if (!isObject(message) || !isObject(message.request)) return;
    const path = String(message.request.path);
    if (/\/images\/json(?:\?(?!.*filters)|$)/.test(path)) seen.push(path);
  };
  subscribe(channel, onRequest);
  return { seen, [Symbol.dispose]: () => unsubscribe(channel, onRequest) };
}

const channel = 'http.client.request.start';
