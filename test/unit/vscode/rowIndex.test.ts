import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Row } from '../../../src/views/view.ts';
import { isRowReference, rowIndex } from '../../../src/vscode/rowIndex.ts';

const place = { view: 'gantry.containers', host: 'one' };
const row = (key: string, children?: readonly Row[]): Row => ({
  key,
  label: key,
  icon: { id: 'circle' },
  ...(children === undefined ? {} : { children }),
});

describe('row index', () => {
  it('keeps a row’s reference for as long as the row is there', () => {
    const first = rowIndex(place, [row('group', [row('a'), row('b')])]);
    const second = rowIndex(place, [row('b'), row('c')], first);
    assert.equal(second.reference('b'), first.reference('b'));
    assert.equal(second.reference('a'), undefined);
    assert.equal(second.parent('b'), undefined);
  });

  it('gives the same key on another host a reference of its own', () => {
    const first = rowIndex(place, [row('a')]);
    const second = rowIndex({ ...place, host: 'two' }, [row('a')], first);
    assert.notEqual(second.reference('a'), first.reference('a'));
    assert.equal(second.reference('a')?.host, 'two');
  });

  it('knows children and parents', () => {
    const index = rowIndex(place, [row('group', [row('a')])]);
    assert.deepEqual(index.children('group'), [index.reference('a')]);
    assert.equal(index.parent('a'), index.reference('group'));
    assert.deepEqual(index.children('a'), []);
  });

  it('tells references from what else a command may be given', () => {
    assert.equal(isRowReference({ ...place, key: 'a' }), true);
    for (const other of [undefined, null, 'a', [], { key: 'a' }, { ...place, key: 1 }]) {
      assert.equal(isRowReference(other), false);
    }
  });
});
