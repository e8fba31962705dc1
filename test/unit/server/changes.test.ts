import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { applyChanges } from '../../../language-server/server/changes.ts';
import { linesOf } from '../../../language-server/text/lines.ts';

const change = (
  startLine: number,
  startCharacter: number,
  endLine: number,
  endCharacter: number,
  text: string,
): TextDocumentContentChangeEvent => ({
  range: {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  },
  text,
});

const apply = (text: string, ...changes: TextDocumentContentChangeEvent[]): string =>
  applyChanges(text, linesOf(text), changes);

test('a change replaces its range', () => {
  assert.equal(apply('FROM a\nRUN b\n', change(1, 4, 1, 5, 'echo')), 'FROM a\nRUN echo\n');
});

test('a change without a range is the whole text', () => {
  assert.equal(apply('old', change(0, 0, 0, 3, 'lost'), { text: 'new' }, change(0, 3, 0, 3, '!')), 'new!');
});

test('each change counts in the text that the one before it left', () => {
  assert.equal(
    apply('ab', change(0, 0, 0, 0, '1\n'), change(1, 1, 1, 1, '-'), change(0, 0, 0, 1, '2')),
    '2\na-b',
  );
});

test('of two insertions at one place the later one comes first', () => {
  assert.equal(apply('xy', change(0, 1, 0, 1, 'A'), change(0, 1, 0, 1, 'B')), 'xBAy');
});

test('columns count UTF-16 units, so a pair counts twice', () => {
  assert.equal(apply('# 🐳 x\n', change(0, 5, 0, 6, 'y')), '# 🐳 y\n');
});

test('line ends of every kind count once and stay', () => {
  assert.equal(apply('a\r\nb\rc\nd', change(1, 0, 1, 1, 'B'), change(3, 0, 3, 1, 'D')), 'a\r\nB\rc\nD');
  assert.equal(apply('a\r\nb', change(0, 99, 0, 99, '!')), 'a!\r\nb');
});

test('a position outside the text, reversed or no number at all is moved into it', () => {
  assert.equal(apply('abc', change(9, 9, 99, 99, '!')), 'abc!');
  assert.equal(apply('abc', change(-3, -1, -2, 5, '!')), '!abc');
  assert.equal(apply('abc', change(0, 2, 0, 1, '-')), 'a-c');
  assert.equal(apply('abc', change(Number.NaN, 0.9, 0, 1, '-')), '-bc');
});

test('whatever the order, changes applied together are those applied one by one', () => {
  const position = fc.record({ line: fc.nat(4), character: fc.nat(6) });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '\r\n', '🐳'), maxLength: 12 });
  const changes = fc.array(fc.record({ range: fc.record({ start: position, end: position }), text }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(text, changes, (start, all) => {
      const oneByOne = all.reduce((current, each) => apply(current, each), start);
      assert.equal(apply(start, ...all), oneByOne);
    }),
    { numRuns: 2000 },
  );
});
