import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { saveImages } from '../../src/engine/images/archiveImages.ts';
import { openHosts } from '../../src/hosts/openHosts.ts';
import { views } from '../../src/views/index.ts';
import { createDragAndDrop } from '../../src/vscode/dragAndDrop.ts';
import type { RowReference } from '../../src/vscode/rowReference.ts';
import { createRuns } from '../../src/vscode/runs.ts';
import { walkRows } from '../../src/vscode/walkRows.ts';
import { WindowHosts } from '../../src/vscode/windowHosts.ts';
import { acceptProposals } from '../support/answerInput.ts';
import { createTestContainer, removeTestContainer } from '../support/containers.ts';
import { engineCall, engineRequest } from '../support/engineRequest.ts';
import { activateGantry, rowNamed, when, whenView } from '../support/gantry.ts';
import { after, before, describe, type HostTest, it } from '../support/hostSuite.ts';
import { importBusybox } from '../support/images.ts';
import { defaultSocket } from '../support/inWorld.ts';
import { type RecordingUi, recordingUi } from '../support/recordingUi.ts';
import { viewOptions } from '../support/viewInput.ts';

const token = new vscode.CancellationTokenSource().token;

describe('drag and drop', () => {
  let hosts: WindowHosts;
  let runs: ReturnType<typeof createRuns>;
  let log: vscode.LogOutputChannel;
  let folder: string;
  /** What the last drop told the person. */
  let ui: RecordingUi;

  before(async () => {
    await importBusybox(defaultSocket);
    folder = await mkdtemp(join(tmpdir(), 'gantry-drop-'));
    log = vscode.window.createOutputChannel('Drag and drop', { log: true });
    runs = createRuns(log);
    hosts = new WindowHosts((reason) => log.error(String(reason)));
    hosts.start(openHosts({ env: process.env, log: () => {}, remembered: { open: [] } }));
  });
  after(async () => {
    hosts.dispose();
    runs.dispose();
    log.dispose();
    for (const terminal of vscode.window.terminals) terminal.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  const controller = (view: string) => {
    ui = recordingUi();
    const found = createDragAndDrop({ hosts, runs, ui: () => ui, row: (each) => rowOf(each) })(view);
    assert.ok(found);
    return found;
  };
  const host = () => {
    assert.ok(hosts.active);
    return hosts.active;
  };
  /** All rows of a view. */
  const rowsOf = (id: string) => {
    const view = views.find((each) => each.id === id);
    return view?.on === 'engine'
      ? [...walkRows(view.rows(host().engine, viewOptions()))].map(({ row }) => row)
      : [];
  };
  const rowOf = ({ view, host: of, key }: RowReference) =>
    of === host().id ? rowsOf(view).find((row) => row.key === key) : undefined;
  /** The first row of this name, as soon as there is one. */
  const row = (test: HostTest, view: string, label: string): Promise<RowReference> =>
    when(test.signal, hosts.onDidChange, () => {
      const found = rowsOf(view).find((each) => each.label === label);
      return found && { view, host: host().id, key: found.key };
    });
  const drag = async (from: RowReference, to: RowReference | undefined) => {
    const data = new vscode.DataTransfer();
    await controller(from.view).handleDrag?.([from], data, token);
    await controller('gantry.networks').handleDrop?.(to, data, token);
  };
  const drop = async (...paths: readonly string[]) => {
    const list = paths.map((path) => vscode.Uri.file(path).toString()).join('\r\n');
    const data = new vscode.DataTransfer();
    data.set('text/uri-list', new vscode.DataTransferItem(list));
    await controller('gantry.images').handleDrop?.(undefined, data, token);
  };
  const networksOf = async (id: string) => {
    const answer = await engineCall(defaultSocket, 'GET', `/containers/${id}/json`);
    const { NetworkSettings } = answer as { NetworkSettings: { Networks: Record<string, unknown> } };
    return Object.keys(NetworkSettings.Networks).sort();
  };
  const network = async (test: HostTest, name: string) => {
    await engineCall(defaultSocket, 'POST', '/networks/create', { Name: name });
    test.after(() => engineRequest(defaultSocket, 'DELETE', `/networks/${name}`));
  };
  const container = async (test: HostTest, name: string) => {
    const id = await createTestContainer(defaultSocket, { name });
    test.after(() => removeTestContainer(defaultSocket, id));
    return id;
  };

  it('puts a container into the network that it is dropped onto', async (test) => {
    await network(test, 'meeting');
    await network(test, 'meeting-too');
    const id = await container(test, 'dragged');
    const dragged = await row(test, 'gantry.containers', 'dragged');
    await drag(dragged, await row(test, 'gantry.networks', 'meeting'));
    assert.deepEqual(ui.said, []);
    assert.deepEqual(await networksOf(id), ['bridge', 'meeting']);

    // Also from its place in one network to another's.
    const place = await when(test.signal, hosts.onDidChange, () =>
      rowsOf('gantry.networks').find(
        ({ object }) =>
          object?.kind === 'connection' && object.network.name === 'meeting' && object.containerId === id,
      ),
    );
    await drag(
      { view: 'gantry.networks', host: host().id, key: place.key },
      await row(test, 'gantry.networks', 'meeting-too'),
    );
    assert.deepEqual(await networksOf(id), ['bridge', 'meeting', 'meeting-too']);
  });

  it('says why a container can’t be dropped there', async (test) => {
    await network(test, 'lonely');
    const id = await container(test, 'refused');
    const refused = await row(test, 'gantry.containers', 'refused');
    const lonely = await row(test, 'gantry.networks', 'lonely');

    await drag(refused, undefined);
    assert.deepEqual(ui.said, ['Drop containers onto the network to put them into.']);
    await drag(refused, await row(test, 'gantry.networks', 'bridge'));
    assert.deepEqual(ui.said, ['Already in bridge: refused.']);

    const data = new vscode.DataTransfer();
    const elsewhere = { ...refused, host: 'context:elsewhere' };
    data.set(
      'application/vnd.gantry.container-rows',
      new vscode.DataTransferItem(JSON.stringify([elsewhere])),
    );
    await controller('gantry.networks').handleDrop?.(lonely, data, token);
    assert.match(ui.said.join(), /^lonely is on default: only containers of this host can be in it\.$/);
    assert.deepEqual(await networksOf(id), ['bridge']);
  });

  it('drags nothing but containers', async (test) => {
    const data = new vscode.DataTransfer();
    const bridge = await row(test, 'gantry.networks', 'bridge');
    await controller('gantry.networks').handleDrag?.([bridge], data, token);
    assert.deepEqual([...data], []);
  });

  it('loads the archives of images that are dropped, and says what it can’t use', async (test) => {
    const archive = join(folder, 'busybox.tar');
    const notes = join(folder, 'notes.md');
    await row(test, 'gantry.images', 'busybox');
    await saveImages(host().engine, ['busybox:latest'], { file: archive });
    await writeFile(notes, '# Notes\n');
    await drop(notes, archive);
    assert.deepEqual(ui.said, [
      'Neither an archive of images (.tar) nor a Dockerfile: notes.md.',
      'Loaded busybox:latest.',
    ]);
  });

  it('builds the Dockerfiles that are dropped', async (test) => {
    const api = await activateGantry();
    const file = join(folder, 'dropped.Dockerfile');
    await writeFile(file, 'FROM busybox\nLABEL dropped=yes\n');
    await acceptProposals(drop(file), () =>
      vscode.window.terminals.some(({ name }) => name.startsWith('Build ')),
    );
    const name = vscode.window.terminals.find((each) => each.name.startsWith('Build '))?.name ?? '';
    const reference = name.slice('Build '.length);
    test.after(() => engineRequest(defaultSocket, 'DELETE', `/images/${reference}?force=1`));
    const [repository = ''] = reference.split(':');
    await whenView(api, 'gantry.images', test.signal, ({ rows }) => rowNamed(rows, repository));
    assert.deepEqual(ui.said, []);
  });
});
