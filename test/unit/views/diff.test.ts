import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { changedRows } from '../../../src/views/diff.ts';
import type { Row } from '../../../src/views/view.ts';
import { container } from '../../support/plainInventory.ts';

function row(key: string, rest: Partial<Row> = {}): Row {
  return { key, label: key, icon: { id: 'circle' }, ...rest };
}

describe('changedRows', () => {
  test('finds nothing where all is equal', () => {
    const tree = () => [row('a', { children: [row('b')], object: container() })];
    assert.deepEqual(changedRows(tree(), tree()), []);
  });

  test('names just the row that looks different', () => {
    const tree = (description: string) => [
      row('a', { children: [row('b', { description }), row('c')] }),
      row('d'),
    ];
    assert.deepEqual(changedRows(tree('x'), tree('y')), ['b']);
  });

  test('names the parent whose children come, go or move, and not those', () => {
    const tree = (...keys: string[]) => [row('a', { children: keys.map((key) => row(key)) }), row('z')];
    assert.deepEqual(changedRows(tree('b'), tree('b', 'c')), ['a']);
    assert.deepEqual(changedRows(tree('b', 'c'), tree('c')), ['a']);
    assert.deepEqual(changedRows(tree('b', 'c'), tree('c', 'b')), ['a']);
  });

  test('names a row whose menu changes though it looks the same', () => {
    const before = [row('a', { object: container() })];
    const after = [row('a', { object: container({ state: 'paused' }) })];
    assert.deepEqual(changedRows(before, after), ['a']);
    assert.deepEqual(changedRows(before, [row('a', { object: container({ status: 'Up' }) })]), []);
  });

  test('names each row once, and none below one that is named', () => {
    const before = [row('a', { children: [row('b', { label: 'old' })] })];
    const after = [row('a', { label: 'new', children: [row('b', { label: 'new' })] })];
    assert.deepEqual(changedRows(before, after), ['a']);
  });

  test('names a row that begins or ceases to open', () => {
    assert.deepEqual(changedRows([row('a')], [row('a', { children: [] })]), ['a']);
  });

  test('asks for all where the roots are others', () => {
    assert.equal(changedRows([row('a')], [row('a'), row('b')]), 'all');
    assert.equal(changedRows([row('a'), row('b')], [row('b'), row('a')]), 'all');
  });

  test('brings any tree to any other, and asks for nothing that it need not', () => {
    fc.assert(
      fc.property(trees, trees, (before, after) => {
        const changes = changedRows(before, after);
        if (changes === 'all') return;
        assert.deepEqual(redrawn(before, after, new Set(changes)), shown(after));
        for (const left of changes) {
          const fewer = new Set(changes.filter((key) => key !== left));
          assert.notDeepEqual(redrawn(before, after, fewer), shown(after));
        }
      }),
    );
  });
});

/** Trees of two levels over few keys and looks, so that two of them often share rows. */
const trees: fc.Arbitrary<readonly Row[]> = rowsOf(
  ['a', 'b'],
  fc.option(rowsOf(['c', 'd', 'e'], fc.constant(undefined)), { nil: undefined }),
);

function rowsOf(
  keys: readonly string[],
  children: fc.Arbitrary<readonly Row[] | undefined>,
): fc.Arbitrary<readonly Row[]> {
  return fc.shuffledSubarray([...keys], { minLength: 1 }).chain((chosen) =>
    fc.tuple(
      ...chosen.map((key) =>
        fc.record({ label: fc.constantFrom('x', 'y'), children, paused: fc.boolean() }).map((one) =>
          row(key, {
            label: one.label,
            object: container({ state: one.paused ? 'paused' : 'running' }),
            ...(one.children === undefined ? {} : { children: one.children }),
          }),
        ),
      ),
    ),
  );
}

interface Shown {
  readonly key: string;
  readonly looks: string;
  readonly children: readonly Shown[] | undefined;
}

/** What a person sees of rows. */
function shown(rows: readonly Row[]): readonly Shown[] {
  return rows.map(({ key, label, object, children }) => ({
    key,
    looks: `${label} ${object?.kind === 'container' ? object.state : ''}`,
    children: children && shown(children),
  }));
}

/** The tree that shows `before`, once the rows named by `keys` were asked for anew, with all that is below them. */
function redrawn(before: readonly Row[], after: readonly Row[], keys: ReadonlySet<string>): readonly Shown[] {
  return before.flatMap((old): readonly Shown[] => {
    const now = after.find(({ key }) => key === old.key);
    if (keys.has(old.key)) return now === undefined ? [] : shown([now]);
    const [drawn] = shown([old]);
    if (drawn === undefined) return [];
    return [{ ...drawn, children: old.children && redrawn(old.children, now?.children ?? [], keys) }];
  });
}
