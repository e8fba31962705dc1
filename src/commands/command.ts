import type { Engine } from '../engine/engine.ts';
import type { Capability } from '../engine/facts.ts';
import type { OpenHost } from '../hosts/host.ts';
import type { Hosts } from '../hosts/hosts.ts';
import type { Settings } from '../settings.ts';
import type { Preferences } from './preferences.ts';
import type { SelectionKind, SelectionOf, StateOf } from './selection.ts';
import type { Ui } from './ui.ts';

/** What every command gets. */
export interface CommandContext {
  /** The host that the objects are on; else the active one. */
  readonly host: OpenHost;
  /** The host's engine. */
  readonly engine: Engine;
  readonly hosts: Hosts;
  readonly ui: Ui;
  readonly settings: Settings;
  readonly preferences: Preferences;
  readonly signal: AbortSignal;
}

/** A menu below a container's own, for what would make that too long. */
export type Submenu = 'container.files';

/** Menu groups of a row, from top to bottom. */
export type Place = 'open' | 'lifecycle' | 'run' | 'edit' | 'copy' | 'destroy';

interface CommandBase {
  /** Without the extension's prefix: `container.start` becomes `gantry.container.start`. */
  readonly id: string;
  /** In menus; with `…` when a question follows. The palette puts "Gantry" and the kind before it. */
  readonly title: string;
  /** What it does, for the handbook: a sentence or two of Markdown. */
  readonly description: string;
  /** Codicon name. */
  readonly icon?: string;
  /** What the engine must be able to: the command is hidden where it is known to lack that. */
  readonly needs?: Capability;
}

/** A keyboard shortcut while a view of the sidebar has the focus; it acts on what is selected there. */
export interface Key {
  /** As the manifest writes it: `delete`, `ctrl+shift+c`. */
  readonly key: string;
  /** On macOS, where that is another one. */
  readonly mac?: string;
}

/** A command on objects of one kind. `kind` and `states` are its when-clause; the palette picks among the objects that fit. */
export interface ObjectCommand<K extends SelectionKind = SelectionKind> extends CommandBase {
  readonly on: 'object';
  readonly kind: K;
  /** Without it: in every state. */
  readonly states?: readonly StateOf<K>[];
  readonly place: Place;
  /** Also a button on the row itself. */
  readonly inline?: boolean;
  /** Takes one object at a time: hidden for a multiple selection. */
  readonly single?: boolean;
  /** Is more than another command for several objects only: hidden unless several are selected. */
  readonly several?: boolean;
  /** The menu that it is in instead of the row's own. */
  readonly submenu?: Submenu;
  readonly key?: Key;
  run(objects: readonly SelectionOf<K>[], context: CommandContext): Promise<void>;
}

export type FileLanguage = 'dockerfile' | 'dockercompose';

/** A file of the workspace that a command works on. */
export interface FileTarget {
  readonly uri: string;
  /** Absolute path on the machine that the extension runs on. */
  readonly path: string;
  /** The workspace folder's path, or the file's own folder outside of any. */
  readonly workspaceFolder: string;
  /** Dockerfile: the stage to stop at. */
  readonly target?: string;
  /** Compose: only these services. */
  readonly services?: readonly string[];
}

/** A command on a file, in the explorer's and the editor's menu and on code lenses. */
export interface FileCommand extends CommandBase {
  readonly on: 'file';
  readonly language: FileLanguage;
  run(file: FileTarget, context: CommandContext): Promise<void>;
}

/** Where a command on a host is shown beside the palette. */
interface ViewPlace {
  /** Id of the view. */
  readonly view: string;
  /** Whether it is a button in the view's title bar, or in its `…` menu. */
  readonly button: boolean;
  /** When-clause on the context keys of `src/views/contextKeys.ts`. */
  readonly when: string;
  /** It is about the view and not about what a host has: it is not in the menu of a host's row. */
  readonly arranges?: boolean;
}

/** A command on a host as a whole: in views' title bars or overflow menus, and in the palette. */
export interface HostCommand extends CommandBase {
  readonly on: 'host';
  readonly places?: readonly ViewPlace[];
  run(context: CommandContext): Promise<void>;
}

export type Command = ObjectCommand | FileCommand | HostCommand;

/** Declares a command on objects; the types of its `run` follow from `kind`. */
export function objectCommand<K extends SelectionKind>(
  command: Omit<ObjectCommand<K>, 'on'>,
): ObjectCommand<K> {
  return { on: 'object', ...command };
}

/** Declares a command on a Dockerfile or a Compose file. */
export function fileCommand(command: Omit<FileCommand, 'on'>): FileCommand {
  return { on: 'file', ...command };
}

/** Declares a command on a host as a whole. */
export function hostCommand(command: Omit<HostCommand, 'on'>): HostCommand {
  return { on: 'host', ...command };
}
