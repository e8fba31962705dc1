import { t } from '@vscode/l10n';
import { escapeMarkdown } from '../views/markdown.ts';
import { sameRow, tooltipOf } from '../views/sameRow.ts';
import type { Row } from '../views/view.ts';
import type { RowReference } from './rowReference.ts';

/** A row and the id of the host that it, and all below it, is of. */
export interface PlacedRow {
  readonly host: string;
  readonly row: Row;
}

/**
 * The rows of one view that the editor knows: the first level, and what is below the rows that it has opened. References
 * are the same objects for as long as their row is there.
 */
export interface ShownRows {
  /** Puts other rows in the place of the first level, which the editor is to ask for. */
  roots(rows: readonly PlacedRow[]): RowReference[];
  /** What is below a row, which the editor asks for when it opens it or was told to draw it again. */
  children(reference: RowReference): RowReference[] | Promise<RowReference[]>;
  /** Takes note of the rows as they are now. Returns which to draw again: the fewest; drawing one draws all below it again. */
  update(rows: readonly PlacedRow[]): 'all' | readonly RowReference[];
  row(reference: RowReference): Row | undefined;
  /** A row's tooltip, for who looks at the row: from then on it is drawn again also where its tooltip differs. */
  tooltip(reference: RowReference): string | undefined;
  parent(reference: RowReference): RowReference | undefined;
  /** The keys that lead to a row, from the first level to itself. */
  path(reference: RowReference): readonly string[];
}

interface Node {
  readonly reference: RowReference;
  readonly parent: Node | undefined;
  row: Row;
  /** The tooltip that the editor has been given and keeps; undefined where it has asked for none. */
  tooltip: string | undefined;
  /** Undefined until the editor has asked for them. */
  children: readonly Node[] | undefined;
}

/** Makes an empty one for the view of this id. */
export function createShownRows(view: string): ShownRows {
  const nodes = new Map<string, Node>();
  let top: readonly Node[] = [];

  /** Makes nodes of rows in the place of those before: a row that stays keeps its node. */
  function level(rows: readonly PlacedRow[], before: readonly Node[], parent: Node | undefined): Node[] {
    const gone = new Set(before);
    const after = rows.map(({ host, row }) => {
      const id = idOf({ host, key: row.key });
      const old = nodes.get(id);
      if (old !== undefined && old.parent === parent) {
        gone.delete(old);
        old.row = row;
        return old;
      }
      const node: Node = {
        reference: { view, host, key: row.key },
        parent,
        row,
        tooltip: undefined,
        children: undefined,
      };
      nodes.set(id, node);
      return node;
    });
    for (const node of gone) forget(node);
    return after;
  }

  function forget(node: Node): void {
    const id = idOf(node.reference);
    // Another row may have taken the key elsewhere in the tree.
    if (nodes.get(id) === node) nodes.delete(id);
    for (const child of node.children ?? []) forget(child);
    node.children = undefined;
  }

  function below(node: Node, rows: readonly Row[]): RowReference[] {
    const { host } = node.reference;
    node.children = level(
      rows.map((row) => ({ host, row })),
      node.children ?? [],
      node,
    );
    return node.children.map(({ reference }) => reference);
  }

  function changed(before: readonly Node[], rows: readonly PlacedRow[]): readonly RowReference[] {
    return rows.flatMap(({ row }, i) => {
      const node = before[i];
      const still = node === undefined || (node.row === row && node.children === undefined);
      return still ? [] : changedNode(node, row);
    });
  }

  function changedNode(node: Node, row: Row): readonly RowReference[] {
    const same = node.row === row || (sameRow(node.row, row) && hasSameTooltip(node, row));
    node.row = row;
    if (!same) node.tooltip = undefined;
    const rows = node.children && row.children?.();
    if (node.children === undefined || rows === undefined) return same ? [] : [node.reference];
    const placed = rows.map((child) => ({ host: node.reference.host, row: child }));
    if (!sameKeys(node.children, placed)) {
      below(node, rows);
      return [node.reference];
    }
    if (same) return changed(node.children, placed);
    below(node, rows);
    return [node.reference];
  }

  return {
    roots(rows) {
      top = level(rows, top, undefined);
      return top.map(({ reference }) => reference);
    },
    children(reference) {
      const node = nodes.get(idOf(reference));
      if (node?.row.load === undefined)
        return node === undefined ? [] : below(node, node.row.children?.() ?? []);
      return node.row
        .load()
        .catch((error: unknown) => [failureRow(reference, error)])
        .then((rows) => (nodes.get(idOf(reference)) === node ? below(node, rows) : []));
    },
    update(rows) {
      if (sameKeys(top, rows)) return changed(top, rows);
      top = level(rows, top, undefined);
      return 'all';
    },
    row: (reference) => nodes.get(idOf(reference))?.row,
    tooltip(reference) {
      const node = nodes.get(idOf(reference));
      if (node !== undefined) node.tooltip = tooltipOf(node.row);
      return node?.tooltip;
    },
    parent: (reference) => nodes.get(idOf(reference))?.parent?.reference,
    path(reference) {
      const keys: string[] = [];
      for (let node = nodes.get(idOf(reference)); node !== undefined; node = node.parent)
        keys.unshift(node.reference.key);
      return keys;
    },
  };
}

function hasSameTooltip({ tooltip }: Node, row: Row): boolean {
  return tooltip === undefined || tooltip === tooltipOf(row);
}

/** What tells a row from all others of its view. */
export function idOf({ host, key }: Pick<RowReference, 'host' | 'key'>): string {
  return `${host} ${key}`;
}

function failureRow({ key }: RowReference, error: unknown): Row {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    key: `${key} failure`,
    label: t('This could not be read'),
    description: reason,
    icon: { id: 'error', color: 'list.errorForeground' },
    tooltip: escapeMarkdown(reason),
  };
}

function sameKeys(nodes: readonly Node[], rows: readonly PlacedRow[]): boolean {
  return (
    nodes.length === rows.length &&
    rows.every(({ host, row }, i) => {
      const reference = nodes[i]?.reference;
      return reference?.key === row.key && reference.host === host;
    })
  );
}
