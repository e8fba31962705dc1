import { basename } from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { loadFiles } from '../commands/imageLoad.ts';
import { nameAll } from '../commands/nameOf.ts';
import { connectAll } from '../commands/networkConnect.ts';
import type { Selection } from '../commands/selection.ts';
import type { Ui } from '../commands/ui.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { OpenHost } from '../hosts/host.ts';
import type { Hosts } from '../hosts/hosts.ts';
import type { Row } from '../views/view.ts';
import { listed } from '../words/listed.ts';
import { askForTrust } from './askForTrust.ts';
import { droppedFiles } from './droppedFiles.ts';
import { isRowReference, type RowReference } from './rowReference.ts';
import type { Runs } from './runs.ts';
import type { WindowHosts } from './windowHosts.ts';

type Controller = vscode.TreeDragAndDropController<RowReference>;

interface Parts {
  readonly hosts: WindowHosts;
  readonly runs: Runs;
  ui(host: OpenHost, signal: AbortSignal): Ui;
  /** A row as it is now; undefined where it is gone. */
  row(reference: RowReference): Row | undefined;
}

/** Rows that stand for containers, as the JSON of their references. */
const containerRows = 'application/vnd.gantry.container-rows';
const files = 'text/uri-list';

/** What can be dragged from and dropped onto a view, by its id: containers onto a network, files onto the images. */
export function createDragAndDrop(parts: Parts): (view: string) => Controller | undefined {
  const handleDrag: Controller['handleDrag'] = (source, data) => {
    const dragged = source.filter((reference) => containersOf(parts.row(reference)?.object).length > 0);
    if (dragged.length > 0) data.set(containerRows, new vscode.DataTransferItem(JSON.stringify(dragged)));
  };
  const draggable = { dragMimeTypes: [containerRows], handleDrag };
  const controllers: Readonly<Record<string, Controller>> = {
    'gantry.containers': { ...draggable, dropMimeTypes: [] },
    'gantry.volumes': { ...draggable, dropMimeTypes: [] },
    'gantry.networks': {
      ...draggable,
      dropMimeTypes: [containerRows],
      async handleDrop(target, data) {
        const dropped = await textsIn(data, containerRows);
        if (dropped.length > 0) await connect(dropped.flatMap(referencesIn), target, parts);
      },
    },
    'gantry.images': {
      dragMimeTypes: [],
      dropMimeTypes: [files],
      async handleDrop(target, data) {
        const dropped = await textsIn(data, files);
        if (dropped.length > 0) await loadAndBuild(dropped.flatMap(urisIn), target, parts);
      },
    },
  };
  return (view) => controllers[view];
}

async function connect(
  dragged: readonly RowReference[],
  target: RowReference | undefined,
  parts: Parts,
): Promise<void> {
  await on(target, t('Connect Containers'), parts, async ({ host, ui, signal }) => {
    const network = networkOf(target && parts.row(target)?.object);
    if (network === undefined || dragged.length === 0)
      return ui.information(t('Drop containers onto the network to put them into.'));
    const here = dragged.filter((reference) => reference.host === host.id);
    if (here.length < dragged.length) {
      ui.information(t('{0} is on {1}: only containers of this host can be in it.', network.name, host.name));
    }
    const containers = new Map(
      here.flatMap((reference) => containersOf(parts.row(reference)?.object)).map((each) => [each.id, each]),
    );
    if (containers.size === 0) return;
    const outside = [...containers.values()].filter(({ networks }) => !networks.includes(network.name));
    if (outside.length === 0) {
      return ui.information(t('Already in {0}: {1}.', network.name, nameAll([...containers.values()])));
    }
    await connectAll(network, outside, { engine: host.engine, ui, signal });
  });
}

async function loadAndBuild(
  uris: readonly vscode.Uri[],
  target: RowReference | undefined,
  parts: Parts,
): Promise<void> {
  const { archives, dockerfiles, others } = droppedFiles(
    uris.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath),
  );
  const elsewhere = uris.filter(({ scheme }) => scheme !== 'file').map(({ path }) => path);
  await on(target, t('Load from File'), parts, async ({ host, ui }) => {
    if (others.length > 0) {
      ui.warning(
        t(
          'Neither an archive of images (.tar) nor a Dockerfile: {0}.',
          listed(others.map((each) => basename(each))),
        ),
      );
    }
    if (elsewhere.length > 0) {
      ui.warning(t('Only files on a disk can be used. These are not: {0}.', listed(elsewhere)));
    }
    if (archives.length > 0) await loadFiles(archives, { engine: host.engine, ui });
  });
  const host = target?.host;
  for (const path of dockerfiles) {
    const uri = vscode.Uri.file(path).toString();
    await vscode.commands.executeCommand('gantry.dockerfile.build', {
      uri,
      ...(host === undefined ? {} : { host }),
    });
  }
}

interface Run {
  readonly host: OpenHost;
  readonly ui: Ui;
  readonly signal: AbortSignal;
}

/** Runs on the host of the row that something was dropped onto, and on the active one where it was none. */
async function on(
  target: RowReference | undefined,
  action: string,
  { hosts: { hosts }, runs, ui }: Pick<Parts, 'hosts' | 'runs' | 'ui'>,
  task: (run: Run) => Promise<void>,
): Promise<void> {
  if (hosts === undefined) return await askForTrust();
  const host = hostOf(target, hosts);
  await runs.run(action, host.address, async (signal) => {
    using _held = hosts.hold(host);
    await task({ host, ui: ui(host, signal), signal });
  });
}

function hostOf(target: RowReference | undefined, { open, active }: Hosts): OpenHost {
  return open.find(({ id }) => id === target?.host) ?? active;
}

/** The containers that a row which is dragged stands for. */
function containersOf(object: Selection | undefined): readonly Container[] {
  switch (object?.kind) {
    case 'container':
      return [object];
    case 'group':
      return object.containers;
    case 'connection':
      return object.container === undefined ? [] : [object.container];
    default:
      return [];
  }
}

/** The network that a row is, or is below. */
function networkOf(object: Selection | undefined) {
  if (object?.kind === 'connection') return object.network;
  return object?.kind === 'network' ? object : undefined;
}

/** All that is carried of a type: the editor carries an empty text beside what `handleDrag` has put there. */
function textsIn(data: vscode.DataTransfer, type: string): Promise<readonly string[]> {
  const items = [...data].flatMap(([mime, item]) => (mime === type ? [item] : []));
  return Promise.all(items.map((item) => item.asString()));
}

/** What another extension has put there may be anything. */
function referencesIn(text: string): readonly RowReference[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isRowReference) : [];
  } catch {
    return [];
  }
}

/** One a line; lines with `#` are comments (RFC 2483, section 5). */
function urisIn(list: string): readonly vscode.Uri[] {
  return list
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => vscode.Uri.parse(line));
}
