import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Container } from '../../../src/engine/kinds/container.ts';
import { defaultSettings } from '../../../src/settings.ts';
import type { Row } from '../../../src/views/view.ts';
import { volumesView } from '../../../src/views/volumes.ts';
import { container, plainInventory, volume } from '../../support/plainInventory.ts';
import { drawnRows, plainEngine, viewOptions } from '../../support/viewInput.ts';

const now = Date.UTC(2026, 0, 5);
const nameless = 'ab'.repeat(32);
const mount = (name: string, destination: string, writable: boolean): Container['mounts'][number] => ({
  type: 'volume',
  name,
  source: `/var/lib/docker/volumes/${name}/_data`,
  destination,
  writable,
});
const engine = plainEngine(
  plainInventory({
    volumes: [
      volume({ name: 'data', project: 'shop' }),
      volume({ name: nameless, anonymous: true }),
      volume({ name: 'nas', driver: 'nfs', createdAt: 0 }),
    ],
    containers: [
      container({
        name: 'db',
        state: 'exited',
        mounts: [mount('data', '/var/lib/db', true), mount('data', '/again', false)],
      }),
      container({ name: 'web', mounts: [mount('data', '/srv', false)] }),
    ],
  }),
);

function rowsBy(groupBy: 'none' | 'project'): readonly Row[] {
  return volumesView.rows(
    engine,
    viewOptions({ now, settings: { ...defaultSettings, 'gantry.volumes.groupBy': groupBy } }),
  );
}

describe('the volumes view', () => {
  test('names who uses each, and shortens what nobody has named', () => {
    assert.deepEqual(
      rowsBy('none').map(({ label, description }) => [label, description]),
      [
        ['abababababab', 'anonymous · unused · 3 days ago'],
        ['data', 'db and web · 3 days ago'],
        ['nas', 'nfs · unused'],
      ],
    );
  });

  test('has each user once below it, with its paths', () => {
    const users = rowsBy('none')[1]?.children?.() ?? [];
    assert.deepEqual(
      users.map(({ label, description, object }) => [label, description, object?.kind]),
      [
        ['db', '/var/lib/db, /again (read-only)', 'container'],
        ['web', '/srv (read-only)', 'container'],
      ],
    );
  });

  test('groups by project', () => {
    assert.deepEqual(drawnRows(rowsBy('project')), [
      'shop',
      '  data',
      '    db',
      '    web',
      'abababababab',
      'nas',
    ]);
  });

  test('filters, and says when nothing is left', () => {
    const filter = (text: string) => viewOptions({ now, filter: { text } });
    assert.deepEqual(drawnRows(volumesView.rows(engine, filter('nfs'))), ['nas']);
    const [row, ...others] = volumesView.rows(engine, filter('nowhere'));
    assert.deepEqual([row?.object, others], [undefined, []]);
    assert.match(volumesView.summary?.(engine, filter('nfs')) ?? '', /^1 of 3 · /);
  });
});
