import * as vscode from 'vscode';
import type { Inventory } from '../engine/inventory.ts';
import type { Settings } from '../settings.ts';
import { changedRows } from '../views/diff.ts';
import type { Row, View } from '../views/view.ts';
import type { ActiveHost } from './activeHost.ts';
import { refresher } from './refresher.ts';
import { type RowIndex, type RowReference, rowIndex } from './rowIndex.ts';
import { treeItem } from './treeItem.ts';

/** A view of the sidebar. */
export interface Tree extends vscode.Disposable {
  readonly view: View;
  /** The rows as they are now, whether shown or not; none while there is no host. */
  rows(): readonly Row[];
  /** A sentence above the rows, if there is something to say of them. */
  message(): string | undefined;
}

/** Shows a view: asks it for its rows when something that it watches has changed, and redraws those that differ. */
export function createTree(
  view: View,
  options: { readonly active: ActiveHost; readonly settings: () => Settings },
): Tree {
  const { active, settings } = options;
  const changed = new vscode.EventEmitter<RowReference | undefined>();
  const indexed = (current: readonly Row[]) =>
    rowIndex({ view: view.id, host: active.current?.id ?? '' }, current, index);
  const rows = () => {
    const inventory = active.current?.engine.inventory;
    return inventory === undefined ? [] : view.rows(inventory, settings());
  };
  /** What the editor was told last. */
  let index: RowIndex = rowIndex({ view: view.id, host: '' }, []);
  /** Until it resolves the editor shows that it waits, not an empty tree. */
  const known = Promise.withResolvers<void>();

  const treeView = vscode.window.createTreeView<RowReference>(view.id, {
    canSelectMany: true,
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (reference) => treeItem(reference, index.row(reference.key)),
      async getChildren(reference) {
        if (reference !== undefined) return index.children(reference.key);
        await known.promise;
        // The editor asks for all rows again from here on down.
        index = indexed(rows());
        return index.roots;
      },
      getParent: ({ key }) => index.parent(key),
    },
  });

  const message = (shown: readonly Row[]) => {
    const inventory = active.current?.engine.inventory;
    // Without rows the view's welcome says more.
    return inventory !== undefined && shown.length > 0 && isStale(view, inventory) ? stale : undefined;
  };
  const refresh = () => {
    const inventory = active.current?.engine.inventory;
    const after = rows();
    tell(treeView, {
      description: (inventory && view.summary?.(inventory)) ?? '',
      message: message(after) ?? '',
    });
    if (inventory === undefined || isKnown(view, inventory)) known.resolve();
    if (!treeView.visible) return;
    const before = index;
    index = indexed(after);
    const different = before.host === index.host ? changedRows(before.rows, after) : 'all';
    if (different === 'all') changed.fire(undefined);
    else for (const key of different) changed.fire(index.reference(key));
  };
  const refreshing = refresher(refresh);
  const parts = vscode.Disposable.from(
    active.onDidChange((what) => {
      if (what === 'state' || view.watches.includes(what)) refreshing.soon();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('gantry')) refreshing.soon();
    }),
    // Also for the ages that rows name: they are told anew when looked at, not by a clock that nobody looks at.
    treeView.onDidChangeVisibility(({ visible }) => {
      if (visible) refresh();
    }),
    refreshing,
    treeView,
    changed,
  );
  refresh();
  return { view, rows, message: () => message(rows()), dispose: () => parts.dispose() };
}

/** Sets what differs: each costs a message to the window. */
function tell(
  treeView: vscode.TreeView<RowReference>,
  { description, message }: { readonly description: string; readonly message: string },
): void {
  if (treeView.description !== description) treeView.description = description;
  if (treeView.message !== message) treeView.message = message;
}

const stale = 'Disconnected — showing what was last known; trying again…';

function isStale(view: View, inventory: Inventory): boolean {
  return inventory.state.status !== 'connected' && view.watches.some((kind) => inventory.loaded(kind));
}

/** Whether its rows say something: the objects are there, or it is known why not. */
function isKnown(view: View, inventory: Inventory): boolean {
  return inventory.state.status === 'unreachable' || view.watches.every((kind) => inventory.loaded(kind));
}
