import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { connectionDisconnect } from '../../src/commands/connectionDisconnect.ts';
import { hostCleanUp } from '../../src/commands/hostCleanUp.ts';
import { networkConnect } from '../../src/commands/networkConnect.ts';
import { networkCopyId } from '../../src/commands/networkCopyId.ts';
import { networkCopyName } from '../../src/commands/networkCopyName.ts';
import { networkCreate } from '../../src/commands/networkCreate.ts';
import { networkInspect } from '../../src/commands/networkInspect.ts';
import { networkPrune } from '../../src/commands/networkPrune.ts';
import { networkRemove } from '../../src/commands/networkRemove.ts';
import { volumeBackUp } from '../../src/commands/volumeBackUp.ts';
import { volumeClone } from '../../src/commands/volumeClone.ts';
import { volumeCopyName } from '../../src/commands/volumeCopyName.ts';
import { volumeCreate } from '../../src/commands/volumeCreate.ts';
import { volumeInspect } from '../../src/commands/volumeInspect.ts';
import { volumePrune } from '../../src/commands/volumePrune.ts';
import { volumeRemove } from '../../src/commands/volumeRemove.ts';
import { volumeRestore } from '../../src/commands/volumeRestore.ts';
import { volumeSize } from '../../src/commands/volumeSize.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Network } from '../../src/engine/kinds/network.ts';
import type { Volume } from '../../src/engine/kinds/volume.ts';
import { networksView } from '../../src/views/networks.ts';
import { volumesView } from '../../src/views/volumes.ts';
import { commandContext } from '../support/commandContext.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineCall } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type Answers, type RecordingUi, recordingUi } from '../support/recordingUi.ts';
import { drawnRows, viewOptions } from '../support/viewInput.ts';
import { connectTo, until } from './support/engine.ts';

/** What the page that was shown says with these values. */
function previewOf(ui: RecordingUi, filled: object): string | undefined {
  const [shown] = ui.forms;
  return shown?.form.preview?.({ ...shown.values, ...filled }).text;
}

describe('commands on networks and volumes', { ...needsWorld, timeout: 120_000 }, () => {
  let daemon: Daemon;
  let engine: Engine;
  let folder: string;
  before(async () => {
    daemon = await startDaemon();
    await importBusybox(daemon.socketPath);
    engine = await connectTo(daemon.socketPath);
    folder = mkdtempSync(join(tmpdir(), 'gantry-commands-'));
  });
  after(async () => {
    await engine?.[Symbol.asyncDispose]();
    await daemon?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const context = (answers: Answers) => {
    const ui = recordingUi(answers);
    return { ...commandContext({ ui, engine }), ui };
  };
  const networkCalled = async (wanted: string): Promise<Network> => {
    const find = () => engine.inventory.list('network').find(({ name }) => name === wanted);
    await until(engine.inventory, () => find() !== undefined);
    const found = find();
    assert.ok(found);
    return found;
  };
  const volumeCalled = async (name: string): Promise<Volume> => {
    await until(engine.inventory, () => engine.inventory.get('volume', name) !== undefined);
    const found = engine.inventory.get('volume', name);
    assert.ok(found);
    return found;
  };
  const container = async (t: { after(end: () => Promise<void>): void }, name: string) => {
    const id = await createTestContainer(daemon.socketPath, { name });
    t.after(() => removeTestContainer(daemon.socketPath, id).catch(() => undefined));
    await until(engine.inventory, () => engine.inventory.get('container', id)?.state === 'running');
    return id;
  };

  test('a network is created by a page that shows its command line, filled, left and removed', async (t) => {
    const filled = {
      name: 'back',
      subnets: [{ subnet: '10.81.0.0/24', gateway: '10.81.0.1', ipRange: '' }],
      labels: [{ name: 'team', value: 'a b' }],
      internal: true,
    };
    const creating = context({ form: () => filled });
    await networkCreate.run(creating);
    assert.equal(
      previewOf(creating.ui, filled),
      "docker network create --internal --subnet 10.81.0.0/24 --gateway 10.81.0.1 --label 'team=a b' back",
    );
    const network = await networkCalled('back');
    assert.equal(network.internal, true);
    const id = await container(t, 'member');
    const connecting = context({
      pickMany: () => ['member'],
      form: () => ({ aliases: [{ alias: 'db' }], ipv4: '10.81.0.9' }),
    });
    await networkConnect.run([network], connecting);
    await until(
      engine.inventory,
      () => engine.inventory.get('container', id)?.networks.includes('back') === true,
    );
    await until(engine.inventory, () => engine.inventory.get('container', id)?.endpoints.length === 2);
    const rows = networksView.rows(engine, viewOptions());
    const row = rows.find(({ label }) => label === 'back');
    assert.equal(row?.description, 'bridge · 10.81.0.0/24 · internal · 1 container');
    const [member] = row?.children?.() ?? [];
    assert.equal(member?.description, '10.81.0.9');
    assert.ok(member?.object?.kind === 'connection');
    await connectionDisconnect.run([member.object], context({}));
    await until(
      engine.inventory,
      () => engine.inventory.get('container', id)?.networks.includes('back') === false,
    );
    await networkConnect.run([network], context({ pickMany: () => ['member'], form: () => ({}) }));
    const kept = context({ confirm: () => undefined });
    await networkRemove.run([network], kept);
    assert.deepEqual(kept.ui.questions[0]?.actions, ['Disconnect and Remove']);
    assert.match(kept.ui.questions[0]?.detail ?? '', /back is used by member/);
    await networkRemove.run([network], context({ confirm: () => 'Disconnect and Remove' }));
    await until(engine.inventory, () => engine.inventory.get('network', network.id) === undefined);
  });

  test('what the engine refuses is said on the page, and a taken name before it is asked', async () => {
    const failing = context({
      form: () => ({ name: 'overlapping', subnets: [{ subnet: '300.0.0.0/8', gateway: '', ipRange: '' }] }),
    });
    await assert.rejects(networkCreate.run(failing), /no range of addresses/);
    await assert.rejects(
      networkCreate.run(context({ form: () => ({ name: 'bridge' }) })),
      /of this name already/,
    );
  });

  test('unused networks are named before they go', async () => {
    await engineCall(daemon.socketPath, 'POST', '/networks/create', { Name: 'left-over' });
    await networkCalled('left-over');
    const pruning = context({ confirm: () => 'Remove' });
    await networkPrune.run(pruning);
    assert.equal(pruning.ui.questions[0]?.message, 'Remove 1 unused network?');
    assert.match(pruning.ui.questions[0]?.detail ?? '', /^left-over\./);
    await until(
      engine.inventory,
      () => !engine.inventory.list('network').some(({ name }) => name === 'left-over'),
    );
    const nothing = context({});
    await networkPrune.run(nothing);
    assert.deepEqual(nothing.ui.said, ['There is no network that nothing uses.']);
  });

  test('a volume is created, backed up, restored, cloned and removed', async (t) => {
    const filled = { name: 'shared', from: 'nfs', address: 'nas', path: '/x', nfsVersion: '3' };
    const creating = context({ form: () => filled });
    await volumeCreate.run(creating);
    assert.equal(
      previewOf(creating.ui, filled),
      'docker volume create --opt type=nfs --opt o=addr=nas --opt device=:/x shared',
    );
    await volumeRemove.run([await volumeCalled('shared')], context({ confirm: () => 'Remove' }));
    await volumeCreate.run(context({ form: () => ({ name: 'data' }) }));
    const data = await volumeCalled('data');
    const seen = new Set<string>();
    using _watching = engine.inventory.onDidChange(({ added }) => {
      for (const object of added) seen.add(object.kind);
    });
    const file = join(folder, 'data.tar');
    const saving = context({ saveFile: () => file });
    await volumeBackUp.run([data], saving);
    assert.ok(existsSync(file));
    assert.match(saving.ui.said[0] ?? '', /^data was backed up to .*data\.tar/);
    await volumeRestore.run([data], context({ openFiles: () => [file], confirm: () => 'Restore' }));
    await volumeClone.run([data], context({ input: ({ value }) => value }));
    const copy = await volumeCalled('data-copy');
    assert.deepEqual(seen, new Set(['volume']), 'what carries volumes for us is not shown');
    await engineCall(daemon.socketPath, 'POST', '/containers/create?name=user', {
      Image: 'busybox',
      HostConfig: { Mounts: [{ Type: 'volume', Source: 'data', Target: '/d' }] },
    });
    t.after(() => removeTestContainer(daemon.socketPath, 'user').catch(() => undefined));
    const userOf = () => engine.inventory.list('container').find(({ name }) => name === 'user');
    await until(engine.inventory, () => userOf()?.mounts[0]?.name === 'data');
    assert.deepEqual(drawnRows(volumesView.rows(engine, viewOptions())).slice(0, 2), ['data', '  user']);
    const refused = context({});
    await volumeRemove.run([data], refused);
    assert.match(refused.ui.said[0] ?? '', /data is used by user\. Remove the containers first\./);
    const pruning = context({
      pick: () => 'All volumes that no container has',
      confirm: () => 'Remove',
    });
    await volumePrune.run(pruning);
    assert.match(pruning.ui.questions[0]?.detail ?? '', /^data-copy/);
    await until(engine.inventory, () => engine.inventory.get('volume', copy.id) === undefined);
  });

  test('are inspected, measured and copied', async () => {
    const network = await networkCalled('bridge');
    await engineCall(daemon.socketPath, 'POST', '/volumes/create', { Name: 'measured' });
    const volume = await volumeCalled('measured');
    const shown = context({});
    await networkInspect.run([network], shown);
    await volumeInspect.run([volume], shown);
    const [ofNetwork, ofVolume] = shown.ui.documents.map(({ value }) => value);
    assert.deepEqual(ofNetwork, await engineCall(daemon.socketPath, 'GET', `/networks/${network.id}`));
    assert.deepEqual(ofVolume, await engineCall(daemon.socketPath, 'GET', '/volumes/measured'));
    await networkCopyId.run([network], shown);
    await networkCopyName.run([network], shown);
    await volumeCopyName.run([volume], shown);
    assert.deepEqual(shown.ui.copied, [network.id, 'bridge', 'measured']);
    const measuring = context({});
    await volumeSize.run([volume], measuring);
    assert.deepEqual(measuring.ui.said, ['measured: 0 B']);
    await volumeRemove.run([volume], context({ confirm: () => 'Remove' }));
  });

  test('cleaning up says what goes, and leaves what it does not name', async () => {
    const stopped = await createTestContainer(daemon.socketPath, { name: 'stopped', start: false });
    await engineCall(daemon.socketPath, 'POST', '/volumes/create', { Name: 'kept' });
    await engineCall(daemon.socketPath, 'POST', '/networks/create', { Name: 'old', Labels: { a: 'b' } });
    await networkCalled('old');
    const cleaning = context({
      form: () => ({ containers: true, networks: true }),
      confirm: () => 'Remove',
    });
    await hostCleanUp.run(cleaning);
    const [question] = cleaning.ui.questions;
    assert.match(question?.detail ?? '', /1 container: stopped/);
    assert.match(question?.detail ?? '', /1 network: old/);
    assert.match(cleaning.ui.said[0] ?? '', /^Removed 1 container and 1 network, which freed up to/);
    await until(engine.inventory, () => engine.inventory.get('container', stopped) === undefined);
    await volumeCalled('kept');
  });
});
