import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageWords, ageWordsUntil } from '../../src/words/age.ts';
import { listed } from '../../src/words/listed.ts';
import { sentence } from '../../src/words/sentence.ts';
import { shortId, shortReference } from '../../src/words/shortId.ts';
import { sizeWords } from '../../src/words/size.ts';
import { stableJson } from '../../src/words/stableJson.ts';

test('sizeWords has three digits and decimal units', () => {
  const words = [0, 999, 1000, 1_980_000, 999_400, 999_600, 187_000_000, 2_100_000_000, 5e15].map(sizeWords);
  assert.deepEqual(words, ['0 B', '999 B', '1 kB', '1.98 MB', '999 kB', '1 MB', '187 MB', '2.1 GB', '5 PB']);
});

test('ageWords names the largest unit that is full', () => {
  const now = Date.UTC(2026, 5, 1);
  const seconds = [-5, 0, 59, 60, 119, 3600, 86_400, 7 * 86_400, 31 * 86_400, 365 * 86_400, 800 * 86_400];
  assert.deepEqual(
    seconds.map((ago) => ageWords(now - ago * 1000, now)),
    [
      'just now',
      'just now',
      'just now',
      '1 minute ago',
      '1 minute ago',
      '1 hour ago',
      '1 day ago',
      '1 week ago',
      '1 month ago',
      '1 year ago',
      '2 years ago',
    ],
  );
});

test('ageWords says the same until ageWordsUntil, and something else from then on', () => {
  const day = 86_400_000;
  fc.assert(
    fc.property(
      fc.integer({ min: -60_000, max: 900 * day }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (age, share) => {
        const until = ageWordsUntil(0, age);
        assert.ok(until > age);
        assert.equal(ageWords(0, Math.floor(age + share * (until - age))), ageWords(0, age));
        assert.notEqual(ageWords(0, until), ageWords(0, age));
      },
    ),
  );
});

test('listed joins names, and counts those beyond the most', () => {
  assert.equal(listed([]), '');
  assert.equal(listed(['a']), 'a');
  assert.equal(listed(['a', 'b', 'c']), 'a, b and c');
  assert.equal(listed(['a', 'b', 'c'], 3), 'a, b and c');
  assert.equal(listed(['a', 'b', 'c', 'd'], 3), 'a, b and 2 more');
});

test('sentence and short ids', () => {
  assert.equal(sentence('no such container: x'), 'No such container: x.');
  assert.equal(sentence('Why?'), 'Why?');
  assert.equal(sentence(''), '');
  assert.equal(shortId(`sha256:${'ab'.repeat(32)}`), 'abababababab');
  assert.equal(shortReference('nginx:1.27'), 'nginx:1.27');
  assert.equal(shortReference(`sha256:${'ab'.repeat(32)}`), 'abababababab');
});

test('stableJson sorts the keys of objects, and leaves lists alone', () => {
  const text = stableJson({ b: [2, 1, { z: 1, a: null }], a: { d: 1, c: 'x' } });
  assert.equal(text.replaceAll(/\s+/g, ''), '{"a":{"c":"x","d":1},"b":[2,1,{"a":null,"z":1}]}');
  assert.match(text, /^\{\n {2}"a": \{\n/);
});
