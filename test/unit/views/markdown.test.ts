import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeMarkdown, tooltip } from '../../../src/views/markdown.ts';

test('escapeMarkdown leaves no punctuation bare and no line broken, and takes nothing away', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (data) => {
      const escaped = escapeMarkdown(data);
      assert.doesNotMatch(escaped.replace(/\\[!-/:-@[-`{-~]/g, ''), /[!-/:-@[-`{-~\n\r]/);
      assert.equal(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1'), data.replace(/\s+/g, ' '));
    }),
  );
});

test('escapeMarkdown knows all punctuation', () => {
  const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
  assert.equal(escapeMarkdown(punctuation), [...punctuation].map((one) => `\\${one}`).join(''));
});

test('tooltip leaves out lines without a value', () => {
  assert.equal(
    tooltip('a', [
      ['B', 'c'],
      ['D', ''],
      ['E', undefined],
      ['F', 'g'],
    ]),
    '**a**\n\nB: c  \nF: g',
  );
  assert.equal(tooltip('a', []), '**a**');
});
