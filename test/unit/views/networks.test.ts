import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings } from '../../../src/settings.ts';
import { networksView } from '../../../src/views/networks.ts';
import { container, network, plainInventory } from '../../support/plainInventory.ts';
import { drawnRows, plainEngine, viewOptions } from '../../support/viewInput.ts';

const shop = network({ name: 'shop_default', project: 'shop' });
const alone = network({ name: 'alone', internal: true, subnets: [{ subnet: '10.1.0.0/24' }] });
const bridge = network({ name: 'bridge', builtin: true });
const inventory = plainInventory({
  networks: [shop, bridge, alone],
  containers: [
    container({ name: 'web', networks: ['shop_default', 'bridge'] }),
    container({ name: 'db', networks: ['shop_default'], state: 'exited' }),
  ],
});
const engine = plainEngine(inventory);
const withSettings = (settings: Partial<typeof defaultSettings>) =>
  viewOptions({ settings: { ...defaultSettings, ...settings } });

describe('the networks view', () => {
  test('has the containers of each network below it, and says which are unused', () => {
    const rows = networksView.rows(engine, withSettings({ 'gantry.networks.groupBy': 'none' }));
    assert.deepEqual(
      rows.filter(({ label }) => label !== 'bridge').map(({ label, description }) => [label, description]),
      [
        ['alone', 'bridge · 10.1.0.0/24 · internal · unused'],
        ['shop_default', 'bridge · 172.18.0.0/16 · 2 containers'],
      ],
    );
    const shopRow = rows.find(({ label }) => label === 'shop_default');
    assert.deepEqual(drawnRows(shopRow?.children?.() ?? []), ['db', 'web']);
    assert.equal(rows[0]?.children, undefined);
  });

  test('shows the engine’s own networks by a setting', () => {
    const labels = (showBuiltin: boolean) =>
      networksView
        .rows(
          engine,
          withSettings({
            'gantry.networks.groupBy': 'none',
            'gantry.networks.showBuiltin': showBuiltin,
          }),
        )
        .map(({ label }) => label);
    assert.deepEqual(labels(false), ['alone', 'shop_default']);
    assert.deepEqual(labels(true), ['alone', 'bridge', 'shop_default']);
  });

  test('groups by project', () => {
    const rows = networksView.rows(
      engine,
      withSettings({ 'gantry.networks.groupBy': 'project', 'gantry.networks.showBuiltin': false }),
    );
    assert.deepEqual(drawnRows(rows), ['shop', '  shop_default', '    db', '    web', 'alone']);
  });

  test('filters by name and subnet, and says when nothing is left', () => {
    const filtered = (text: string) =>
      drawnRows(networksView.rows(engine, viewOptions({ filter: { text } })));
    assert.deepEqual(filtered('10.1.0'), ['alone']);
    const [row, ...others] = networksView.rows(engine, viewOptions({ filter: { text: 'nowhere' } }));
    assert.deepEqual([row?.object, others], [undefined, []]);
    assert.match(
      networksView.summary?.(engine, viewOptions({ filter: { text: '10.1.0' } })) ?? '',
      /^1 of 3 · /,
    );
  });
});
