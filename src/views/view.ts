import type { Filter } from '../commands/filter.ts';
import type { Selection } from '../commands/selection.ts';
import type { ContainerUsage } from '../engine/containers/usage.ts';
import type { Engine } from '../engine/engine.ts';
import type { Kind } from '../engine/kinds/kind.ts';
import type { Hosts } from '../hosts/hosts.ts';
import type { Settings } from '../settings.ts';

/** A codicon, with a theme colour where the state has one. */
export interface Icon {
  readonly id: string;
  /** Id of a theme colour, such as `testing.iconPassed`. */
  readonly color?: string;
}

/** One row of a tree: a plain value, made anew from the inventory whenever it is asked for. */
export interface Row {
  /** Unique in its view and host, and stable for as long as its object lives: kind + engine id, never state. */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: Icon;
  /** Markdown; data in it is escaped. A function where it costs something: called when it is looked at. */
  readonly tooltip?: string | (() => string);
  /** For screen readers, where label and description do not say it all. */
  readonly accessibilityLabel?: string;
  /** What its menu acts on. */
  readonly object?: Selection;
  /** Id of a command on a host, such as `image.pull`: run when the row is chosen by a click or by Enter. */
  readonly command?: string;
  /** Present on rows that open, even while empty; called while the row is open. */
  readonly children?: () => readonly Row[];
  /** Instead of `children` where the engine has to be asked: called when the row is opened, and again when it has changed. */
  readonly load?: () => Promise<readonly Row[]>;
  /** Whether it is open when first seen. */
  readonly expanded?: boolean;
}

/** What a person has chosen for a view, and what is known beside the inventory. */
export interface ViewOptions {
  readonly settings: Settings;
  readonly filter: Filter;
  /** Live CPU and memory of a container, where that is switched on. */
  usage(containerId: string): ContainerUsage | undefined;
  /** Absolute paths. */
  readonly workspaceFolders: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

interface ViewBase {
  readonly id: string;
  readonly title: string;
  /** Kinds whose changes make it stale. */
  readonly watches: readonly Kind[];
  /** Shut when the sidebar is first seen, as not all fit in it. */
  readonly collapsed?: true;
}

/** A tree as a pure function from one engine's inventory to rows. With several hosts open each has its rows below its own. */
export interface EngineView extends ViewBase {
  readonly on: 'engine';
  rows(engine: Engine, options: ViewOptions): readonly Row[];
  /** Beside the title: counts, such as `3 running`. */
  summary?(engine: Engine, options: ViewOptions): string | undefined;
}

/** A tree of the hosts themselves: each of its rows is a host, by its `object`. */
export interface HostsView extends ViewBase {
  readonly on: 'hosts';
  rows(hosts: Hosts, options: ViewOptions): readonly Row[];
}

export type View = EngineView | HostsView;
