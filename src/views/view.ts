import type { Selection } from '../commands/selection.ts';
import type { Inventory } from '../engine/inventory.ts';
import type { Kind } from '../engine/kinds/kind.ts';
import type { Settings } from '../settings.ts';

/** A codicon, with a theme colour where the state has one. */
export interface Icon {
  readonly id: string;
  /** Id of a theme colour, such as `testing.iconPassed`. */
  readonly color?: string;
}

/** One row of a tree: a plain value, made anew from the inventory whenever it is asked for. */
export interface Row {
  /** Unique in its view and stable for as long as its object lives: kind + engine id, never state. */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: Icon;
  /** Markdown; data in it is escaped. */
  readonly tooltip?: string;
  /** For screen readers, where label and description do not say it all. */
  readonly accessibilityLabel?: string;
  /** What its menu acts on. */
  readonly object?: Selection;
  /** Present on rows that open, even while empty. */
  readonly children?: readonly Row[];
  /** Whether it is open when first seen. */
  readonly expanded?: boolean;
}

/** A tree as a pure function from the inventory to rows. */
export interface View {
  readonly id: string;
  readonly title: string;
  /** Kinds whose changes make it stale. */
  readonly watches: readonly Kind[];
  rows(inventory: Inventory, settings: Settings): readonly Row[];
  /** Beside the title: counts, such as `3 running`. */
  summary?(inventory: Inventory): string | undefined;
}
