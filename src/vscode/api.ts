import type { Row } from '../views/view.ts';
import type { Tree } from './tree.ts';

/** A row of a view, as other extensions see it. */
export interface ApiRow {
  /** `executeCommand('gantry.container.stop', row)` works on the object that the row stands for. */
  readonly view: string;
  readonly key: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly children: readonly ApiRow[];
}

/** What activating the extension returns to other extensions. */
export interface Api {
  /** The rows of a view, such as `gantry.containers`, as they are now; empty for a view that there isn't. */
  rows(view: string): readonly ApiRow[];
}

export function createApi(trees: readonly Tree[]): Api {
  return {
    rows(view) {
      const rows = trees.find((tree) => tree.view.id === view)?.rows() ?? [];
      return rows.map((row) => apiRow(view, row));
    },
  };
}

function apiRow(view: string, { key, label, description, children = [] }: Row): ApiRow {
  return { view, key, label, description, children: children.map((child) => apiRow(view, child)) };
}
