import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imagesFrom } from '../../../language-server/server/images.ts';

const { signal } = new AbortController();

test('the answer is the images; what is no string in it is left away', async () => {
  const images = imagesFrom(async () => ['nginx:1', 7, null, 'alpine']);
  assert.deepEqual(await images(signal), ['nginx:1', 'alpine']);
});

test('a client that refuses has none', async () => {
  const images = imagesFrom(async () => {
    throw new Error('MethodNotFound');
  });
  assert.deepEqual(await images(signal), []);
  assert.deepEqual(await imagesFrom(async () => ({ images: [] }))(signal), []);
});

test('a client that never answers is waited for once, and asked once', async () => {
  let asked = 0;
  const images = imagesFrom(() => {
    asked++;
    return new Promise(() => {});
  }, 5);
  assert.deepEqual(await images(signal), []);
  // Were it waited for again, this would take as long as all of them.
  for (let i = 0; i < 1000; i++) assert.deepEqual(await images(signal), []);
  assert.equal(asked, 1);
});

test('a late answer makes the client trusted again', async () => {
  const answers: ((answer: unknown) => void)[] = [];
  const images = imagesFrom(() => new Promise((resolve) => answers.push(resolve)), 5);
  assert.deepEqual(await images(signal), []);
  answers[0]?.(['late']);
  await new Promise(setImmediate);
  const next = images(signal);
  answers[1]?.(['fresh']);
  assert.deepEqual(await next, ['fresh']);
});

test('a cancelled question is not waited for', async () => {
  const images = imagesFrom(() => new Promise(() => {}), 60_000);
  assert.deepEqual(await images(AbortSignal.abort()), []);
});
