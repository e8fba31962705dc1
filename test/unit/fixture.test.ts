import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markable, readCursor, readFiles, readMarks } from './fixture.ts';

test('markers are taken out and say what stands above them', () => {
  const { text, marks } = readMarks('FROM a\nRUN b\n^^^ one\n    ^ two: more\nCMD c\n');
  assert.equal(text, 'FROM a\nRUN b\nCMD c\n');
  assert.deepEqual(marks, [
    { span: { start: 7, end: 10 }, message: 'one' },
    { span: { start: 11, end: 12 }, message: 'two: more' },
  ]);
});

test('a marker on the last line takes the line break before it along', () => {
  const { text, marks } = readMarks('FROM a\n     ^ here');
  assert.equal(text, 'FROM a');
  assert.deepEqual(marks, [{ span: { start: 5, end: 6 }, message: 'here' }]);
});

test('a marker under an empty line is one column wide', () => {
  const { text, marks } = readMarks('a\n\n^ empty\nb');
  assert.equal(text, 'a\n\nb');
  assert.deepEqual(marks, [{ span: { start: 2, end: 3 }, message: 'empty' }]);
  assert.deepEqual(markable(text, { start: 2, end: 3 }), { start: 2, end: 3 });
});

test('a span over several lines is marked in its first', () => {
  assert.deepEqual(markable('ab\r\ncd', { start: 1, end: 6 }), { start: 1, end: 2 });
  assert.deepEqual(markable('ab', { start: 1, end: 1 }), { start: 1, end: 2 });
});

test('a cursor is taken out', () => {
  assert.deepEqual(readCursor('FROM $0x'), { text: 'FROM x', offset: 5 });
  assert.throws(() => readCursor('FROM x'), /no cursor/);
});

test('files are read by name', () => {
  assert.deepEqual(
    [...readFiles('//- a\n1\n2\n//- sub/b\n3\n')],
    [
      ['a', '1\n2\n'],
      ['sub/b', '3\n'],
    ],
  );
});
