import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../language-server/text/edit.ts';

test('edits are applied whatever their order', () => {
  const edits = [
    { span: { start: 4, end: 5 }, newText: 'X' },
    { span: { start: 0, end: 0 }, newText: '>' },
    { span: { start: 1, end: 3 }, newText: '' },
  ];
  assert.equal(applyEdits('abcdef', edits), '>adXf');
  assert.equal(applyEdits('abcdef', edits.toReversed()), '>adXf');
  assert.equal(applyEdits('abc', []), 'abc');
});
