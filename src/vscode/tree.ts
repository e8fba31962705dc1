import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Inventory } from '../engine/inventory.ts';
import type { OpenHost } from '../hosts/host.ts';
import { hostRootRow } from '../views/hostRow.ts';
import type { EngineView, Row, View, ViewOptions } from '../views/view.ts';
import { refresher } from './refresher.ts';
import type { RowReference } from './rowReference.ts';
import { createShownRows, type PlacedRow } from './shownRows.ts';
import { treeItem, withTooltip } from './treeItem.ts';
import { findRow } from './walkRows.ts';
import type { HostChange, WindowHosts } from './windowHosts.ts';

/** A view of the sidebar. */
export interface Tree extends vscode.Disposable {
  readonly view: View;
  /** The rows as they are now, whether shown or not; none while there is no host. */
  rows(): readonly PlacedRow[];
  /** A row as it is now; undefined where it is gone. */
  row(reference: RowReference): Row | undefined;
  /** What is selected. */
  readonly selection: readonly RowReference[];
  /** A sentence above the rows, if there is something to say of them. */
  message(): string | undefined;
}

/** What trees share. */
export interface TreeParts {
  readonly hosts: WindowHosts;
  /** Hears whether a view, by its id, is visible. */
  look(view: string, visible: boolean): void;
  /** The options of a view, by its id. */
  options(view: string): ViewOptions;
  /** Fires with a view's id when its options have become others, with undefined when those of all have. */
  readonly onDidChangeOptions: vscode.Event<string | undefined>;
  /** What can be dragged from and dropped onto the view. */
  readonly dragAndDrop?: vscode.TreeDragAndDropController<RowReference> | undefined;
}

/** Shows a view: asks it for its rows when something that it watches has changed, and redraws those that differ. */
export function createTree(view: View, { hosts, dragAndDrop, ...parts }: TreeParts): Tree {
  const changed = new vscode.EventEmitter<RowReference | RowReference[] | undefined>();
  const shown = createShownRows(view.id);
  const rows = () => placedRows(view, hosts, parts.options(view.id));
  /** Until it resolves the editor shows that it waits, not an empty tree. */
  const known = Promise.withResolvers<void>();
  /** When the editor was last given rows, in milliseconds; it need not be told of changes before the first time. */
  let answered: number | undefined;

  const treeView = vscode.window.createTreeView<RowReference>(view.id, {
    canSelectMany: true,
    showCollapseAll: true,
    ...(dragAndDrop === undefined ? {} : { dragAndDropController: dragAndDrop }),
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (reference) => treeItem(reference, shown.row(reference)),
      async getChildren(reference) {
        if (reference === undefined) await known.promise;
        answered = performance.now();
        if (reference !== undefined) return shown.children(reference);
        return shown.roots(rows());
      },
      getParent: (reference) => shown.parent(reference),
      resolveTreeItem: (item, reference) => withTooltip(item, shown.tooltip(reference)),
    },
  });

  const refresh = () => {
    tell(treeView, 'description', description(view, hosts, parts.options(view.id)));
    if (hosts.open.length > 1 || hosts.open.some(({ engine }) => isKnown(view, engine.inventory)))
      known.resolve();
    if (!treeView.visible) return;
    const after = rows();
    if (answered !== undefined) {
      if (performance.now() - answered < settling) return refreshing.soon();
      const different = shown.update(after);
      // Told one by one, all but the first would be drawn 200 ms later; so would rows after a message.
      if (different === 'all') changed.fire(undefined);
      else if (different.length > 0) changed.fire([...different]);
    }
    tell(treeView, 'message', message(view, hosts.open, after) ?? '');
  };
  const refreshing = refresher(refresh);
  const registrations = vscode.Disposable.from(
    hosts.onDidChange((change) => {
      if (concerns(view, change)) refreshing.soon();
    }),
    parts.onDidChangeOptions((id) => {
      if (id === undefined || id === view.id) refreshing.soon();
    }),
    // Also for the ages that rows name: they are told anew when looked at, not by a clock that nobody looks at.
    treeView.onDidChangeVisibility(({ visible }) => {
      parts.look(view.id, visible);
      if (visible) refresh();
    }),
    refreshing,
    treeView,
    changed,
  );
  refresh();
  parts.look(view.id, treeView.visible);
  return {
    view,
    rows,
    row: (reference) => findRow(rows(), reference, shown),
    get selection() {
      return treeView.selection;
    },
    message: () => message(view, hosts.open, rows()),
    dispose: () => registrations.dispose(),
  };
}

/**
 * Milliseconds that the editor is given to take an answer in before it is told of a change: one that overtakes it on the
 * editor's side clears rows, only for the old answer to be taken for the new one (VS Code, `treeView.ts`, `getChildrenBatch`).
 */
const settling = 30;

/** With one host open a view shows its objects; with more, each host is a row above its own. */
function placedRows(view: View, { hosts, open }: WindowHosts, options: ViewOptions): readonly PlacedRow[] {
  if (hosts === undefined) return [];
  if (view.on === 'hosts') {
    return view
      .rows(hosts, options)
      .flatMap((row) => (row.object?.kind === 'host' ? { host: row.object.id, row } : []));
  }
  const [only, another] = open;
  if (only === undefined) return [];
  if (another === undefined) return view.rows(only.engine, options).map((row) => ({ host: only.id, row }));
  return open.map((host) => ({ host: host.id, row: hostRootRow(host, hosts, view, options) }));
}

function concerns(view: View, { what }: HostChange): boolean {
  return what === 'state' || what === 'hosts' || view.watches.includes(what);
}

function description(view: View, { open }: WindowHosts, options: ViewOptions): string {
  const [only, another] = open;
  if (view.on === 'hosts' || only === undefined || another !== undefined) return '';
  return view.summary?.(only.engine, options) ?? '';
}

/** Sets it where it differs: it costs a message to the window. */
function tell(treeView: vscode.TreeView<RowReference>, what: 'description' | 'message', text: string): void {
  if (treeView[what] !== text) treeView[what] = text;
}

/** Without rows the view's welcome says more, and with several hosts their rows do. */
function message(view: View, open: readonly OpenHost[], shown: readonly PlacedRow[]): string | undefined {
  const [only, another] = open;
  if (view.on === 'hosts' || only === undefined || another !== undefined || shown.length === 0)
    return undefined;
  return isStale(view, only.engine.inventory) ? t('Disconnected: shown as last known.') : undefined;
}

function isStale(view: EngineView, inventory: Inventory): boolean {
  return inventory.state.status !== 'connected' && view.watches.some((kind) => inventory.loaded(kind));
}

/** Whether its rows say something: the objects are there, or it is known why not. */
function isKnown(view: View, inventory: Inventory): boolean {
  return (
    view.on === 'hosts' ||
    inventory.state.status === 'unreachable' ||
    view.watches.every((kind) => inventory.loaded(kind))
  );
}
