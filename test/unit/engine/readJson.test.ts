import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { sameValue } from '../../../src/engine/inventory/sameValue.ts';
import { readJson } from '../../../src/engine/readJson.ts';

describe('reading JSON', () => {
  test('gives what JSON.parse gives, wherever the chunks are cut', async () => {
    const value = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(
        value,
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
        async (json, sizes) => {
          const text = JSON.stringify(json, undefined, (sizes[0] ?? 0) % 3);
          assert.deepEqual(await readJson(inChunks(text, sizes)), JSON.parse(text));
        },
      ),
    );
  });

  test('is not misled by brackets, commas and quotes in strings', async () => {
    const list = ['],[', '{"a":"\\"', { 'k,]"': ['[', ',', '\\'] }, '', 'ü→🐳,'];
    assert.deepEqual(await readJson(inChunks(`${JSON.stringify(list)}\n`, [1])), list);
  });

  test('is undefined where there is nothing, and an error where there is something else', async () => {
    assert.equal(await readJson(Readable.from([])), undefined);
    for (const broken of ['[1,2', '[1,2,', '{"a":', '[1 2]', '[]]', '[1,2]x', 'no'])
      await assert.rejects(readJson(inChunks(broken, [1])), SyntaxError, broken);
  });
});

test('plain values are the same when they are equal in depth', () => {
  const plain = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      assert.equal(sameValue(a, b), isDeepStrictEqual(a, b));
      assert.ok(sameValue(a, structuredClone(a)));
    }),
  );
  assert.ok(!sameValue({ a: undefined }, { b: undefined }));
  assert.ok(
    !sameValue([], {}) && !sameValue({}, []) && !sameValue([1], [1, undefined]) && !sameValue(null, {}),
  );
});

/** The bytes of a text in chunks of these sizes, over and over. */
function inChunks(text: string, sizes: readonly number[]): Readable {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0, i = 0; at < bytes.length; i += 1) {
    const size = sizes[i % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return Readable.from(chunks);
}
