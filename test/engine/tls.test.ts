import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openEngine } from '../../src/engine/openEngine.ts';
import type { Endpoint } from '../../src/transport/endpoint.ts';
import { makeCertificates } from '../support/certificates.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { until } from './support/engine.ts';
import { equalsEngine, inventoryTruth } from './support/truth.ts';

const port = 22_376;

describe('TLS', { ...needsWorld, timeout: 60_000 }, () => {
  let folder: string;
  let daemon: Daemon;
  before(async () => {
    folder = mkdtempSync('/tmp/gantry-tls-');
    makeCertificates(folder);
    const files = ['--tlscacert', 'ca.pem', '--tlscert', 'server.pem', '--tlskey', 'server-key.pem'];
    const args = files.map((word) => (word.endsWith('.pem') ? join(folder, word) : word));
    daemon = await startDaemon({ args: ['--host', `tcp://127.0.0.1:${port}`, '--tlsverify', ...args] });
  });
  after(async () => {
    await daemon?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });
  const pem = (name: string) => readFileSync(join(folder, `${name}.pem`), 'utf8');

  async function outcome(endpoint: Endpoint): Promise<string> {
    await using engine = openEngine({ resolve: async () => endpoint });
    await until(engine.inventory, ({ state }) => state.status !== 'connecting');
    const { state } = engine.inventory;
    return state.status === 'unreachable' ? state.error.code : state.status;
  }

  test('connects with the right certificates', async () => {
    const own = { cert: pem('client'), key: pem('client-key') };
    const base = { kind: 'tls', host: '127.0.0.1', port } as const;
    assert.equal(await outcome({ ...base, ca: pem('ca'), ...own }), 'connected');
    assert.equal(await outcome({ ...base, skipVerify: true, ...own }), 'connected');
  });

  test('keeps its data while the host is away, and is true again after', async () => {
    const own = { cert: pem('client'), key: pem('client-key') };
    const endpoint: Endpoint = { kind: 'tls', host: '127.0.0.1', port, ca: pem('ca'), ...own };
    await importBusybox(daemon.socketPath);
    const gone = await createTestContainer(daemon.socketPath, { start: false });
    await using engine = openEngine({ resolve: async () => endpoint });
    const { inventory } = engine;
    await until(inventory, ({ state }) => state.status === 'connected');
    const before = await equalsEngine(inventory, daemon.socketPath);
    await daemon.kill();
    await until(inventory, ({ state }) => state.status === 'unreachable');
    assert.deepEqual(inventoryTruth(inventory), before);
    await daemon.restart();
    await removeTestContainer(daemon.socketPath, gone);
    await until(inventory, ({ state }) => state.status === 'connected');
    assert.deepEqual((await equalsEngine(inventory, daemon.socketPath)).containers, []);
  });

  test('says that it is TLS which fails', async () => {
    const base = { kind: 'tls', host: '127.0.0.1', port } as const;
    const own = { cert: pem('client'), key: pem('client-key') };
    assert.equal(await outcome({ ...base, ca: pem('ca') }), 'tls', 'no client certificate');
    assert.equal(await outcome({ ...base, ...own }), 'tls', 'unknown authority');
    assert.equal(
      await outcome({ ...base, ca: pem('ca'), cert: 'no', key: 'pem' }),
      'tls',
      'broken certificate',
    );
    assert.equal(await outcome({ kind: 'tcp', host: '127.0.0.1', port }), 'tls', 'no TLS at all');
  });
});
