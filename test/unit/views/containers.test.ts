import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containerStates } from '../../../src/engine/kinds/container.ts';
import { containersView } from '../../../src/views/containers.ts';
import { tooltipOf } from '../../../src/views/sameRow.ts';
import type { Row } from '../../../src/views/view.ts';
import { container, plainInventory } from '../../support/plainInventory.ts';
import { plainEngine, viewOptions } from '../../support/viewInput.ts';

function rowsOf(...containers: Parameters<typeof container>[0][]): readonly Row[] {
  return containersView.rows(
    plainEngine(plainInventory({ containers: containers.map(container) })),
    viewOptions(),
  );
}

/** Groups and containers, without what is below a container. */
function drawnTwoLevels(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ label, object, children }) => [
    label,
    ...(object?.kind === 'group' ? (children?.() ?? []).map((row) => `  ${row.label}`) : []),
  ]);
}

function descriptionOf(given: Parameters<typeof container>[0]): string | undefined {
  return rowsOf(given)[0]?.description;
}

describe('the containers view', () => {
  test('groups by project and stack, then lists the others, each sorted as people sort', () => {
    const rows = rowsOf(
      { name: 'zebra' },
      { name: 'shop-web-10', project: 'shop', service: 'web' },
      { name: 'shop-web-2', project: 'shop', service: 'web' },
      { name: 'alpha' },
      { name: 'metrics_agent.1.abcdefghijklmnopqrstuvwxy', stack: 'metrics' },
      { name: 'custom', project: 'shop', service: 'db' },
      { name: 'blog_web_1', project: 'blog', service: 'web' },
    );
    assert.deepEqual(drawnTwoLevels(rows), [
      'blog',
      '  web_1',
      'metrics',
      '  agent.1',
      'shop',
      '  custom',
      '  web-2',
      '  web-10',
      'alpha',
      'zebra',
    ]);
  });

  test('keeps a project and a stack of one name apart', () => {
    const rows = rowsOf({ name: 'a', project: 'x' }, { name: 'b', stack: 'x' });
    assert.deepEqual(rows.map(({ key }) => key).sort(), ['project:x', 'stack:x']);
  });

  test('says image, state and ports', () => {
    const ports = [
      { privatePort: 80, protocol: 'tcp', publicPort: 8080, ip: '0.0.0.0' },
      { privatePort: 80, protocol: 'tcp', publicPort: 8080, ip: '::' },
      { privatePort: 53, protocol: 'udp', publicPort: 53, ip: '0.0.0.0' },
      { privatePort: 9000, protocol: 'tcp' },
    ] as const;
    assert.equal(descriptionOf({ ports }), 'running · 8080→80, 53→53/udp · nginx:1.27');
    assert.equal(descriptionOf({ health: 'unhealthy' }), 'unhealthy · nginx:1.27');
    assert.equal(descriptionOf({ health: 'starting' }), 'health starting · nginx:1.27');
    assert.equal(descriptionOf({ state: 'paused', health: 'healthy' }), 'paused · nginx:1.27');
    assert.equal(descriptionOf({ state: 'exited', exitCode: 3 }), 'exited (3) · nginx:1.27');
    assert.equal(descriptionOf({ image: `sha256:${'ab'.repeat(32)}` }), 'running · abababababab');
  });

  test('counts ports beyond the third', () => {
    const ports = [1, 2, 3, 4, 5].map(
      (port) => ({ privatePort: port, protocol: 'tcp', publicPort: port }) as const,
    );
    assert.equal(descriptionOf({ ports }), 'running · 1→1, 2→2, 3→3 +2 · nginx:1.27');
  });

  test('tells states apart by the shape of their icons', () => {
    const shapes = containerStates.map((state) => rowsOf({ state })[0]?.icon.id);
    assert.equal(new Set(shapes).size, containerStates.length);
    const health = (['starting', 'healthy', 'unhealthy'] as const).map(
      (state) => rowsOf({ health: state })[0]?.icon.id,
    );
    assert.equal(new Set(health).size, 3);
    assert.deepEqual(rowsOf({ health: 'unhealthy' })[0]?.icon, {
      id: 'warning',
      color: 'list.warningForeground',
    });
  });

  test('shows a failure of its own, not an ordered end, as an error', () => {
    const iconOf = (exitCode: number) => rowsOf({ state: 'exited', exitCode })[0]?.icon.id;
    assert.deepEqual([0, 130, 137, 143].map(iconOf), Array(4).fill('stop-circle'));
    assert.deepEqual([1, 127, 139].map(iconOf), Array(3).fill('error'));
  });

  test('says of a group how many of it run, and that one is unhealthy', () => {
    const [group] = rowsOf(
      { name: 'p-a', project: 'p' },
      { name: 'p-b', project: 'p', state: 'exited', exitCode: 0 },
      { name: 'p-c', project: 'p', health: 'unhealthy' },
    );
    assert.equal(group?.description, '2/3 running · 1 unhealthy');
    assert.equal(group?.expanded, true);
    assert.ok(group?.object?.kind === 'group');
    assert.deepEqual(
      group.object.containers.map(({ name }) => name),
      ['p-a', 'p-b', 'p-c'],
    );
  });

  test('keeps keys through every change of state, name and group', () => {
    const keyOf = (given: Parameters<typeof container>[0]) => {
      const [row] = rowsOf({ ...given, id: 'x' });
      return row?.object?.kind === 'group' ? row.children?.()[0]?.key : row?.key;
    };
    const keys = [
      keyOf({}),
      keyOf({ state: 'exited', exitCode: 1 }),
      keyOf({ name: 'other' }),
      keyOf({ project: 'p' }),
      keyOf({ health: 'healthy', ports: [{ privatePort: 1, protocol: 'tcp', publicPort: 2 }] }),
    ];
    assert.deepEqual(new Set(keys), new Set(['container:x']));
  });

  test('counts those that run', () => {
    const containers = [container(), container({ name: 'b', state: 'paused' })];
    assert.equal(
      containersView.summary?.(plainEngine(plainInventory({ containers })), viewOptions()),
      '1 running',
    );
    assert.equal(containersView.summary?.(plainEngine(plainInventory()), viewOptions()), undefined);
  });

  test('shows data literally in tooltips', () => {
    const [row] = rowsOf({
      name: '<script>alert(1)</script>',
      image: 'a|b`c`[x](command:evil)',
      command: 'sh -c "*bold*\n# heading"',
    });
    assert.match((row && tooltipOf(row)) ?? '', /^\*\*\\<script\\>alert\\\(1\\\)\\<\\\/script\\>\*\*/);
    assert.match((row && tooltipOf(row)) ?? '', /a\\\|b\\`c\\`\\\[x\\\]\\\(command\\:evil\\\)/);
    assert.match((row && tooltipOf(row)) ?? '', /\\\*bold\\\* \\# heading/);
  });
});
