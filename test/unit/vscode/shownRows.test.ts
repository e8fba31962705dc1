import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Row } from '../../../src/views/view.ts';
import { isRowReference, type RowReference } from '../../../src/vscode/rowReference.ts';
import { createShownRows, type PlacedRow, type ShownRows } from '../../../src/vscode/shownRows.ts';
import { container } from '../../support/plainInventory.ts';

const row = (key: string, rest: Partial<Row> = {}): Row => ({
  key,
  label: key,
  icon: { id: 'circle' },
  ...rest,
});
const parent = (key: string, ...children: readonly Row[]): Row => row(key, { children: () => children });
const placed = (rows: readonly Row[], host = 'one'): PlacedRow[] => rows.map((one) => ({ host, row: one }));

/** Opens every row, as an editor does in which all are expanded. */
async function openAll(shown: ShownRows, references: readonly RowReference[]): Promise<void> {
  for (const reference of references) await openAll(shown, await shown.children(reference));
}

async function opened(...rows: readonly Row[]): Promise<ShownRows> {
  const shown = createShownRows('view');
  await openAll(shown, shown.roots(placed(rows)));
  return shown;
}

/** The keys of the rows to draw again. */
function updated(shown: ShownRows, ...rows: readonly Row[]): 'all' | readonly string[] {
  const changes = shown.update(placed(rows));
  return changes === 'all' ? 'all' : changes.map(({ key }) => key);
}

describe('shown rows', () => {
  test('find nothing to draw where all is equal', async () => {
    const tree = () => parent('a', row('b', { object: container() }));
    assert.deepEqual(updated(await opened(tree()), tree()), []);
  });

  test('name just the row that looks different', async () => {
    const tree = (description: string) => [parent('a', row('b', { description }), row('c')), row('d')];
    assert.deepEqual(updated(await opened(...tree('x')), ...tree('y')), ['b']);
  });

  test('count a tooltip only for who has seen it, and make none for nobody', async () => {
    let made = 0;
    const tooltip = (text: string) => {
      const make = () => {
        made += 1;
        return text;
      };
      return row('a', { tooltip: make });
    };
    const shown = await opened(tooltip('x'));
    const [reference] = shown.roots(placed([tooltip('x')]));
    assert.ok(reference);
    assert.deepEqual(updated(shown, tooltip('y')), []);
    assert.equal(made, 0);
    assert.equal(shown.tooltip(reference), 'y');
    assert.deepEqual(updated(shown, tooltip('y')), []);
    assert.deepEqual(updated(shown, tooltip('z')), ['a']);
    assert.deepEqual(updated(shown, tooltip('w')), []);
  });

  test('name the parent whose children come, go or move, and not those', async () => {
    const tree = (...keys: readonly string[]) => [parent('a', ...keys.map((key) => row(key))), row('z')];
    const shown = await opened(...tree('b'));
    assert.deepEqual(updated(shown, ...tree('b', 'c')), ['a']);
    assert.deepEqual(updated(shown, ...tree('c')), ['a']);
    assert.deepEqual(updated(shown, ...tree('d', 'c')), ['a']);
    assert.deepEqual(updated(shown, ...tree('c', 'd')), ['a']);
    assert.deepEqual(updated(shown, ...tree('c', 'd')), []);
  });

  test('leave alone what nobody has opened', () => {
    const shown = createShownRows('view');
    const tree = (key: string) => parent('a', row(key));
    shown.roots(placed([tree('b')]));
    assert.deepEqual(updated(shown, tree('c')), []);
  });

  test('look below a row that is the same object', async () => {
    let label = 'old';
    const tree = row('a', { children: () => [row('b', { label })] });
    const shown = await opened(tree);
    label = 'new';
    assert.deepEqual(updated(shown, tree), ['b']);
  });

  test('name a row whose menu changes though it looks the same', async () => {
    const shown = await opened(row('a', { object: container() }));
    assert.deepEqual(updated(shown, row('a', { object: container({ status: 'Up' }) })), []);
    assert.deepEqual(updated(shown, row('a', { object: container({ state: 'paused' }) })), ['a']);
  });

  test('name each row once, and none below one that is named', async () => {
    const tree = (label: string) => row('a', { label, children: () => [row('b', { label })] });
    assert.deepEqual(updated(await opened(tree('old')), tree('new')), ['a']);
  });

  test('name a row that begins or ceases to open', async () => {
    const shown = await opened(row('a'));
    assert.deepEqual(updated(shown, parent('a')), ['a']);
    assert.deepEqual(updated(shown, row('a')), ['a']);
  });

  test('ask for all where the first level is another', async () => {
    const shown = await opened(row('a'));
    assert.equal(updated(shown, row('a'), row('b')), 'all');
    assert.equal(updated(shown, row('b'), row('a')), 'all');
    assert.equal(shown.update(placed([row('b'), row('a')], 'two')), 'all');
  });

  test('keep a row’s reference for as long as it is there, and tell hosts apart', async () => {
    const shown = await opened(parent('group', row('a')), row('z'));
    const [group] = shown.roots(placed([parent('group', row('a')), row('z')]));
    assert.ok(group);
    const [first] = await shown.children(group);
    updated(shown, parent('group', row('a'), row('b')), row('z'));
    const [again, added] = await shown.children(group);
    assert.ok(first && added);
    assert.equal(again, first);
    assert.equal(shown.parent(added), group);
    assert.deepEqual(shown.path(added), ['group', 'b']);
    updated(shown, parent('group', row('b')), row('z'));
    assert.equal(shown.row(first), undefined);
    const [elsewhere] = shown.roots(placed([parent('group', row('a'))], 'two'));
    assert.notEqual(elsewhere, group);
    assert.equal(elsewhere?.host, 'two');
  });

  test('load what the engine has to be asked for when the row is opened, and not at every change', async () => {
    let asked = 0;
    const history = (label: string) =>
      row('a', {
        label,
        load: async () => {
          asked += 1;
          return [row('layer')];
        },
      });
    const shown = await opened(history('x'));
    assert.equal(asked, 1);
    assert.deepEqual(updated(shown, history('x')), []);
    assert.equal(asked, 1);
    assert.deepEqual(updated(shown, history('y')), ['a']);
    await openAll(shown, shown.roots(placed([history('y')])));
    assert.equal(asked, 2);
  });

  test('say below a row why it could not be read', async () => {
    const shown = createShownRows('view');
    const [root] = shown.roots(
      placed([row('a', { load: () => Promise.reject(new Error('no such image')) })]),
    );
    assert.ok(root);
    const [failure] = await shown.children(root);
    assert.ok(failure);
    assert.equal(shown.row(failure)?.description, 'no such image');
  });

  test('bring any tree to any other, and ask for nothing that they need not', async () => {
    await fc.assert(
      fc.asyncProperty(trees, trees, async (before, after) => {
        const shown = await opened(...before);
        const changes = updated(shown, ...after);
        if (changes === 'all') return;
        assert.deepEqual(redrawn(before, after, new Set(changes)), looks(after));
        for (const left of changes) {
          const fewer = new Set(changes.filter((key) => key !== left));
          assert.notDeepEqual(redrawn(before, after, fewer), looks(after));
        }
      }),
    );
  });
});

test('references are told from what else a command may be given', () => {
  const place = { view: 'gantry.containers', host: 'one' };
  assert.equal(isRowReference({ ...place, key: 'a' }), true);
  for (const other of [undefined, null, 'a', [], { key: 'a' }, { ...place, key: 1 }])
    assert.equal(isRowReference(other), false);
});

/** Trees of two levels over few keys and looks, so that two of them often share rows. */
const trees: fc.Arbitrary<readonly Row[]> = rowsOf(
  ['a', 'b'],
  fc.option(rowsOf(['c', 'd', 'e'], fc.constant(undefined)), { nil: undefined }),
);

function rowsOf(
  keys: readonly string[],
  below: fc.Arbitrary<readonly Row[] | undefined>,
): fc.Arbitrary<readonly Row[]> {
  return fc.shuffledSubarray([...keys], { minLength: 1 }).chain((chosen) =>
    fc.tuple(
      ...chosen.map((key) =>
        fc.record({ label: fc.constantFrom('x', 'y'), below, paused: fc.boolean() }).map((one) => {
          const children = one.below;
          return row(key, {
            label: one.label,
            object: container({ state: one.paused ? 'paused' : 'running' }),
            ...(children === undefined ? {} : { children: () => children }),
          });
        }),
      ),
    ),
  );
}

interface Looks {
  readonly key: string;
  readonly look: string;
  readonly children: readonly Looks[] | undefined;
}

/** What a person sees of rows. */
function looks(rows: readonly Row[]): readonly Looks[] {
  return rows.map(({ key, label, object, children }) => ({
    key,
    look: `${label} ${object?.kind === 'container' ? object.state : ''}`,
    children: children && looks(children()),
  }));
}

/** The tree that shows `before`, once the rows named by `keys` were asked for anew, with all that is below them. */
function redrawn(before: readonly Row[], after: readonly Row[], keys: ReadonlySet<string>): readonly Looks[] {
  return before.flatMap((old): readonly Looks[] => {
    const now = after.find(({ key }) => key === old.key);
    if (keys.has(old.key)) return now === undefined ? [] : looks([now]);
    const [drawn] = looks([old]);
    if (drawn === undefined) return [];
    return [{ ...drawn, children: old.children && redrawn(old.children(), now?.children?.() ?? [], keys) }];
  });
}
