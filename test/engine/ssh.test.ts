import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, test } from 'node:test';
import { openEngine } from '../../src/engine/openEngine.ts';
import { until } from './support/engine.ts';

describe('ssh', { timeout: 60_000 }, () => {
  test('that fails says so in ssh’s own words, and leaves nothing behind', async () => {
    const engine = openEngine({ resolve: async () => ({ kind: 'ssh', destination: '127.0.0.1:1' }) });
    await until(engine.inventory, ({ state }) => state.status === 'unreachable');
    const { state } = engine.inventory;
    assert.ok(state.status === 'unreachable');
    assert.equal(state.error.code, 'unreachable');
    assert.match(state.error.message, /connect to host 127\.0\.0\.1 port 1: Connection refused/);
    await engine[Symbol.asyncDispose]();
    assert.deepEqual(
      readdirSync(tmpdir()).filter((name) => name.startsWith('gantry-ssh-')),
      [],
    );
    const processes = spawnSync('ps', ['ax', '-o', 'args'], { encoding: 'utf8' }).stdout;
    assert.doesNotMatch(processes, /^ssh .*gantry-ssh-/m);
  });
});
