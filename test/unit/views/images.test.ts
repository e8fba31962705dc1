import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Container } from '../../../src/engine/kinds/container.ts';
import type { Image } from '../../../src/engine/kinds/image.ts';
import { imagesView } from '../../../src/views/images.ts';
import { tooltipOf } from '../../../src/views/sameRow.ts';
import type { Row } from '../../../src/views/view.ts';
import { container, image, plainInventory } from '../../support/plainInventory.ts';
import { plainEngine, viewOptions } from '../../support/viewInput.ts';

function rowsOf(images: readonly Image[], containers: readonly Container[] = []): readonly Row[] {
  return imagesView.rows(plainEngine(plainInventory({ images, containers })), viewOptions());
}

function drawn(rows: readonly Row[], indent = ''): readonly string[] {
  return rows.flatMap(({ label, description, children }) => [
    `${indent}${label} (${description})`,
    ...drawn(children?.() ?? [], `${indent}  `),
  ]);
}

const idOf = (digit: string) => `sha256:${digit.repeat(64)}`;

describe('the images view', () => {
  test('groups by repository, those without a name last', () => {
    const rows = rowsOf([
      image({ id: idOf('a'), tags: [], size: 999 }),
      image({
        id: idOf('b'),
        tags: ['localhost:5000/team/app:2', 'localhost:5000/team/app:10'],
        size: 1_980_000,
      }),
      image({ id: idOf('c'), size: 1_999_999_999, createdAt: 0 }),
      image({ id: idOf('d'), tags: [], digests: [`quay.io/x/y@${idOf('e')}`] }),
    ]);
    assert.deepEqual(drawn(rows), [
      'localhost:5000/team/app (2 tags)',
      '  2 (1.98 MB · 3 days ago · unused)',
      '  10 (1.98 MB · 3 days ago · unused)',
      'nginx (1 tag)',
      '  1.27 (2 GB · unused)',
      'quay.io/x/y (1 tag)',
      '  dddddddddddd (187 MB · 3 days ago · unused)',
      'Without a tag (1 image)',
      '  aaaaaaaaaaaa (999 B · 3 days ago · unused)',
    ]);
  });

  test('makes at a change the rows alone that differ', () => {
    const others = [
      image({ tags: ['app:1'] }),
      ...['b', 'c'].map((digit) => image({ id: idOf(digit), tags: [`other:${digit}`] })),
    ];
    let images = others;
    const engine = plainEngine({
      ...plainInventory(),
      list: ((kind: string) => (kind === 'image' ? images : [])) as never,
    });
    const options = viewOptions();
    const before = imagesView.rows(engine, options);
    images = others.map((one) => (one.id === idOf('b') ? { ...one, size: 1 } : one));
    const after = imagesView.rows(engine, options);
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
    const children = (rows: readonly Row[]) => rows[1]?.children?.() ?? [];
    assert.equal(children(after).length, 2);
    assert.deepEqual(
      children(after).map((row) => children(before).includes(row)),
      [false, true],
    );
  });

  test('keeps the rows that are there when a second tag arrives', () => {
    const one = rowsOf([image({ tags: ['app:1'] }), image({ id: idOf('f'), tags: ['other:1'] })]);
    const two = rowsOf([image({ tags: ['app:1', 'app:2'] }), image({ id: idOf('f'), tags: ['other:1'] })]);
    const [before, after] = [one[0], two[0]];
    assert.equal(before?.key, after?.key);
    assert.equal(before?.children?.()[0]?.key, after?.children?.()[0]?.key);
    assert.deepEqual(
      one.map(({ key }) => key),
      two.map(({ key }) => key),
    );
  });

  test('stands for one reference in each row', () => {
    const [repository] = rowsOf([image({ tags: ['app:1', 'app:2'] })]);
    const references = repository
      ?.children?.()
      .map(({ object }) => object?.kind === 'image' && object.reference);
    assert.deepEqual(references, ['app:1', 'app:2']);
  });

  test('names the containers that use an image', () => {
    const users = [
      container({ name: 'b', imageId: idOf('0') }),
      container({ name: 'a', imageId: idOf('0') }),
    ];
    const tooltip = (containers: readonly Container[]) => {
      const [row] = rowsOf([image()], containers)[0]?.children?.() ?? [];
      return (row && tooltipOf(row)) ?? '';
    };
    assert.match(tooltip(users), /Used by: a and b/);
    assert.doesNotMatch(tooltip([]), /Used by/);
  });

  test('has keys of its own for each row', () => {
    const rows = rowsOf([image({ tags: ['a:1', 'a:2', 'b:1'] }), image({ id: idOf('1'), tags: [] })]);
    const keys = rows.flatMap(({ key, children }) => [
      key,
      ...(children?.() ?? []).map((child) => child.key),
    ]);
    assert.equal(new Set(keys).size, keys.length);
  });
});
