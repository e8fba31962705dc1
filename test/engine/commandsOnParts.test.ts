import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ObjectCommand } from '../../src/commands/command.ts';
import { connectionDisconnect } from '../../src/commands/connectionDisconnect.ts';
import { mountCopyDestination } from '../../src/commands/mountCopyDestination.ts';
import { mountCopyPath } from '../../src/commands/mountCopyPath.ts';
import { mountOpen } from '../../src/commands/mountOpen.ts';
import { portCopyAddress } from '../../src/commands/portCopyAddress.ts';
import { portOpen } from '../../src/commands/portOpen.ts';
import { type SelectionKind, type SelectionOf, statesOf } from '../../src/commands/selection.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { containersView } from '../../src/views/containers.ts';
import { networksView } from '../../src/views/networks.ts';
import type { EngineView } from '../../src/views/view.ts';
import { walkRows } from '../../src/vscode/walkRows.ts';
import { commandContext } from '../support/commandContext.ts';
import { engineCall } from '../support/engineRequest.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type RecordingUi, recordingUi } from '../support/recordingUi.ts';
import { viewOptions } from '../support/viewInput.ts';
import { until } from './support/engine.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';

describe('commands on the parts of a container', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  let engine: Engine;
  let folder: string;
  let id: string;

  before(async () => {
    own = await startOwnEngine();
    ({ engine } = own);
    folder = await mkdtemp(join(tmpdir(), 'gantry-parts-'));
    const { socketPath } = own;
    await engineCall(socketPath, 'POST', '/networks/create', { Name: 'beside' });
    const created = await engineCall(socketPath, 'POST', '/containers/create?name=web', {
      Image: 'busybox',
      Cmd: ['httpd', '-f', '-p', '80', '-h', '/pages'],
      StopSignal: 'SIGKILL',
      ExposedPorts: { '80/tcp': {}, '81/tcp': {}, '53/udp': {} },
      HostConfig: {
        Binds: [`${folder}:/pages:ro`, 'kept:/data'],
        Tmpfs: { '/scratch': '' },
        PortBindings: { '80/tcp': [{ HostPort: '' }], '53/udp': [{ HostPort: '' }] },
      },
    });
    ({ Id: id } = created as { readonly Id: string });
    await engineCall(socketPath, 'POST', '/networks/beside/connect', { Container: id });
    await engineCall(socketPath, 'POST', `/containers/${id}/start`);
    await until(engine.inventory, () => {
      const container = engine.inventory.get('container', id);
      return (
        container?.networks.length === 2 && container.ports.some(({ publicPort }) => publicPort !== undefined)
      );
    });
  });
  after(async () => {
    await own?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  /** What the rows of a kind stand for. */
  function objects<K extends SelectionKind>(kind: K, view: EngineView = containersView) {
    return [...walkRows(view.rows(engine, viewOptions()))].flatMap(({ row: { object } }) =>
      object?.kind === kind ? [object as SelectionOf<K>] : [],
    );
  }

  /** Runs it on all that are in one of its states, one after another. */
  async function run<K extends SelectionKind>(
    command: ObjectCommand<K>,
    all: readonly SelectionOf<K>[],
    given: Partial<Parameters<typeof commandContext>[0]> = {},
  ): Promise<RecordingUi> {
    const ui = recordingUi();
    const { states } = command;
    const fitting = all.filter(
      (object) =>
        states === undefined || statesOf(object).some((state) => states.some((wanted) => wanted === state)),
    );
    for (const object of fitting) await command.run([object], commandContext({ engine, ...given, ui }));
    return ui;
  }

  test('open the published TCP ports, where they answer, and no others', async () => {
    const { opened } = await run(portOpen, objects('port'));
    assert.equal(opened.length, 1);
    const answer = await fetch(`${opened[0]}/no-such-page`);
    assert.equal(answer.status, 404);
    await answer.body?.cancel();
  });

  test('copy the addresses of all published ports', async () => {
    const { copied } = await run(portCopyAddress, objects('port'));
    const published = objects('port').flatMap(({ port: { publicPort } }) => publicPort ?? []);
    assert.equal(published.length, 2);
    assert.deepEqual([...copied].sort(), published.map((port) => `localhost:${port}`).sort());
  });

  test('copy where mounts come from, and where they are in the container', async () => {
    const mounts = objects('mount');
    const from = await run(mountCopyPath, mounts);
    const volume = (await engineCall(own.socketPath, 'GET', '/volumes/kept')) as { Mountpoint: string };
    assert.deepEqual([...from.copied].sort(), [folder, volume.Mountpoint].sort());
    const inside = await run(mountCopyDestination, mounts);
    assert.deepEqual([...inside.copied].sort(), ['/data', '/pages']);
  });

  test('show a mounted folder if it is on this machine, and else say why not', async () => {
    const mounts = objects('mount');
    assert.deepEqual((await run(mountOpen, mounts)).revealed, [folder]);

    const endpoint = { kind: 'tcp', host: 'far.example.com', port: 2376 } as const;
    const far = await run(mountOpen, mounts, { engine: { ...engine, endpoint }, host: { name: 'far' } });
    assert.deepEqual(far.revealed, []);
    assert.deepEqual(far.said, [`${folder} is on the machine of far, and not on this one.`]);

    const gone = mounts.map((each) => ({ ...each, mount: { ...each.mount, source: '/no/such/folder' } }));
    const missing = await run(mountOpen, gone);
    assert.deepEqual(missing.revealed, []);
    assert.match(missing.said.join(), /^There is no \/no\/such\/folder on this machine/);
  });

  test('take a container out of a network, which has the same id below either of them', async () => {
    const wanted = objects('connection').filter(({ network }) => network.name === 'beside');
    const other = objects('connection', networksView).filter(({ network }) => network.name === 'beside');
    assert.deepEqual(
      wanted.map((each) => each.id),
      other.map((each) => each.id),
    );
    await run(connectionDisconnect, wanted);
    await until(engine.inventory, () => engine.inventory.get('container', id)?.networks.join() === 'bridge');
    assert.deepEqual(
      objects('connection').map(({ network }) => network.name),
      ['bridge'],
    );
  });
});
