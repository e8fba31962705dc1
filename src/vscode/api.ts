import type * as vscode from 'vscode';
import type { Row } from '../views/view.ts';
import type { RowReference } from './rowReference.ts';
import type { Tree } from './tree.ts';

/**
 * A row of a view, as other extensions see it. It is also what commands take:
 * `executeCommand('gantry.container.stop', row)` works on the object that the row stands for.
 */
export interface ApiRow extends RowReference {
  readonly label: string;
  readonly description: string | undefined;
  /** But for those that the engine would have to be asked for. */
  readonly children: readonly ApiRow[];
}

/** A view as it is now, whether shown or not. */
export interface ApiView {
  readonly rows: readonly ApiRow[];
  /** Said above the rows, such as that they may be out of date. */
  readonly message: string | undefined;
}

/** What activating the extension returns to other extensions. */
export interface Api {
  /** By its id, such as `gantry.containers`. */
  view(id: string): ApiView | undefined;
  /** Fires when what the views show may have become different. */
  readonly onDidChange: vscode.Event<unknown>;
}

/** The API over the trees. */
export function createApi(trees: readonly Tree[], onDidChange: Api['onDidChange']): Api {
  return {
    onDidChange,
    view(id) {
      const tree = trees.find(({ view }) => view.id === id);
      if (tree === undefined) return undefined;
      return {
        rows: tree.rows().map(({ host, row }) => apiRow({ view: id, host }, row)),
        message: tree.message(),
      };
    },
  };
}

function apiRow(place: Pick<RowReference, 'view' | 'host'>, row: Row): ApiRow {
  const { key, label, description } = row;
  return {
    ...place,
    key,
    label,
    description,
    get children() {
      return (row.children?.() ?? []).map((child) => apiRow(place, child));
    },
  };
}
