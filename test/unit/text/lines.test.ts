import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '../../../language-server/text/lines.ts';

const text = fc
  .array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', ' '))
  .map((parts) => parts.join(''));

test('lines end at line feeds, carriage returns and both together', () => {
  const lines = linesOf('a\nb\r\nc\rd\n');
  assert.equal(lines.count, 5);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((line) => [lines.startOf(line), lines.endOf(line)]),
    [
      [0, 1],
      [2, 3],
      [5, 6],
      [7, 8],
      [9, 9],
    ],
  );
  assert.equal(linesOf('').count, 1);
});

test('an offset and its position are the same place', () => {
  fc.assert(
    fc.property(text, fc.nat(50), (value, at) => {
      const lines = linesOf(value);
      const offset = Math.min(at, value.length);
      const position = lines.positionAt(offset);
      const start = lines.startOf(position.line);
      assert.equal(start + position.character, offset);
      // Inside a line break the line's end is the nearest place that a position can name.
      assert.equal(lines.offsetAt(position), Math.min(offset, lines.endOf(position.line)));
    }),
  );
});

test('a position outside the text is moved into it', () => {
  const lines = linesOf('ab\ncd');
  assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
  assert.equal(lines.offsetAt({ line: 9, character: 0 }), 5);
  assert.equal(lines.offsetAt({ line: -1, character: 3 }), 0);
  assert.equal(lines.offsetAt({ line: 1, character: -4 }), 3);
  assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
  assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
});
