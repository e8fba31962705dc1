import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commands } from '../../../src/commands/index.ts';
import { containersView } from '../../../src/views/containers.ts';
import { hostRootRow } from '../../../src/views/hostRow.ts';
import { imagesView } from '../../../src/views/images.ts';
import { networksView } from '../../../src/views/networks.ts';
import { sameRow } from '../../../src/views/sameRow.ts';
import type { ViewOptions } from '../../../src/views/view.ts';
import { volumesView } from '../../../src/views/volumes.ts';
import { plainHost, plainHosts, plainOpenHost } from '../../support/plainHosts.ts';
import { container, image, network, volume } from '../../support/plainInventory.ts';
import { viewOptions } from '../../support/viewInput.ts';

const objects = {
  containers: [container()],
  images: [image({ tags: [] })],
  networks: [network()],
  volumes: [volume()],
};
const host = plainOpenHost(plainHost({ name: 'one' }), objects);
const another = plainOpenHost(plainHost({ name: 'two' }), objects);
const views = [
  [containersView, 'container.filterClear'],
  [imagesView, 'image.filterClear'],
  [networksView, 'network.filterClear'],
  [volumesView, 'volume.filterClear'],
] as const;

/** The command of the one row that is there, which has to be one that can be run without an object. */
function commandOf(view: (typeof views)[number][0], options: ViewOptions): string | undefined {
  const [row, further] = view.rows(host.engine, options);
  assert.equal(further, undefined);
  assert.ok(commands.some(({ on, id }) => on === 'host' && id === row?.command));
  return row?.command;
}

describe('where a filter lets nothing through', () => {
  const options = viewOptions({ filter: { text: 'no-such-thing' } });

  for (const [view, command] of views) {
    test(`${view.title} have a row that clears it`, () => {
      assert.equal(commandOf(view, options), command);
    });

    test(`${view.title} say so beside the title, and beside each of several hosts`, () => {
      assert.equal(view.summary?.(host.engine, options), '0 of 1 · “no-such-thing”');
      const row = hostRootRow(another, plainHosts({ open: [host, another] }), view, options);
      assert.equal(row.description, '0 of 1 · “no-such-thing”');
      assert.match(row.accessibilityLabel ?? '', /no-such-thing/);
    });
  }

  test('images that are hidden for want of a tag are told, and can be shown', () => {
    const settings = { ...options.settings, 'gantry.images.showDangling': false };
    assert.equal(commandOf(imagesView, viewOptions({ settings })), 'image.danglingShow');
  });

  test('a row that runs another command is another row', () => {
    const row = { key: 'a', label: 'a', icon: { id: 'filter' }, command: 'a.b' };
    assert.equal(sameRow(row, { ...row }), true);
    assert.equal(sameRow(row, { ...row, command: 'a.c' }), false);
  });
});
