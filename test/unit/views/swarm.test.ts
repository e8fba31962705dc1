import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SwarmState } from '../../../src/engine/inventory.ts';
import type { Node } from '../../../src/engine/kinds/node.ts';
import { tooltipOf } from '../../../src/views/sameRow.ts';
import { swarmView } from '../../../src/views/swarm.ts';
import { node, plainInventory } from '../../support/plainInventory.ts';
import { plainEngine, viewOptions } from '../../support/viewInput.ts';

const manager: SwarmState = { status: 'active', manager: true };

function rowsOf(nodes: readonly Node[], swarm = manager) {
  return swarmView.rows(plainEngine(plainInventory({ nodes, swarm })), viewOptions());
}

describe('the swarm view', () => {
  test('lists managers first, and marks the leader', () => {
    const rows = rowsOf([
      node({ hostname: 'w10', role: 'worker', leader: false, availability: 'drain' }),
      node({ hostname: 'm2', leader: false }),
      node({ hostname: 'm1' }),
      node({ hostname: 'w2', role: 'worker', leader: false, state: 'down' }),
    ]);
    assert.deepEqual(
      rows.map(({ label, description }) => `${label}: ${description}`),
      [
        'm1: leader · active · ready · 10.0.0.1',
        'm2: manager · active · ready · 10.0.0.1',
        'w2: worker · active · down · 10.0.0.1',
        'w10: worker · drain · ready · 10.0.0.1',
      ],
    );
    assert.deepEqual(
      rows.map(({ icon }) => icon.id),
      ['star-full', 'server', 'error', 'circle-slash'],
    );
  });

  test('keeps apart nodes of one name', () => {
    const rows = rowsOf([node({ id: 'b' }), node({ id: 'a' })]);
    assert.deepEqual(
      rows.map(({ key }) => key),
      ['node:a', 'node:b'],
    );
  });

  test('warns of a manager that the leader does not reach', () => {
    const [row] = rowsOf([node({ leader: false, reachability: 'unreachable' })]);
    assert.equal(row?.icon.id, 'warning');
    assert.match(row?.description ?? '', /ready, unreachable/);
  });

  test('is empty outside of a swarm, so that the welcome shows', () => {
    assert.deepEqual(rowsOf([], { status: 'inactive', manager: false }), []);
  });

  test('says in one row why nodes are not listed', () => {
    const labelOf = (swarm: SwarmState) => rowsOf([node()], swarm).map(({ label }) => label);
    assert.deepEqual(labelOf({ status: 'active', manager: false }), ['This engine is a worker']);
    assert.deepEqual(labelOf({ status: 'locked', manager: false }), ['The swarm is locked']);
    assert.deepEqual(labelOf({ status: 'pending', manager: false }), ['Joining a swarm']);
    const [row] = rowsOf([], { status: 'error', manager: false, error: 'raft <broken>' });
    assert.match((row && tooltipOf(row)) ?? '', /raft \\<broken\\>$/);
  });
});
