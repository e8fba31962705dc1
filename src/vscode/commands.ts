import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Command, CommandContext, ObjectCommand } from '../commands/command.ts';
import { noFilter } from '../commands/filter.ts';
import type { Preferences } from '../commands/preferences.ts';
import type { OpenHost } from '../hosts/host.ts';
import type { Hosts } from '../hosts/hosts.ts';
import { views } from '../views/index.ts';
import type { Row, ViewOptions } from '../views/view.ts';
import { askForTrust } from './askForTrust.ts';
import { filesOf } from './files.ts';
import { objectsOfRows, pickObjects } from './objects.ts';
import { isRowReference, type RowReference } from './rowReference.ts';
import type { Runs } from './runs.ts';
import { readSettings } from './settings.ts';
import type { Tree } from './tree.ts';
import { createUi, type UiParts } from './ui.ts';
import { whenKnown } from './whenKnown.ts';
import type { WindowHosts } from './windowHosts.ts';

interface Parts {
  readonly hosts: WindowHosts;
  readonly trees: readonly Tree[];
  readonly runs: Runs;
  readonly preferences: Preferences;
  readonly ui: UiParts;
  options(view: string): ViewOptions;
}

/** One call of a command, on one host. */
interface Call {
  readonly host: OpenHost;
  readonly args: readonly unknown[];
  /** The chosen rows, all of the host; none where it was called without. */
  readonly references: readonly RowReference[];
}

export interface CommandTable {
  /** The commands' ids, with the prefix that the manifest has. */
  readonly ids: readonly string[];
  /** Loads the table, once one of them is called: it is a third of the extension's code. */
  load(): Promise<readonly Command[]>;
}

/** Registers a table of commands: finds what each works on, wherever it is called from, and runs it. */
export function registerCommands({ ids, load }: CommandTable, parts: Parts): vscode.Disposable {
  let loading: Promise<ReadonlyMap<string, Command>> | undefined;
  const find = async (id: string): Promise<Command> => {
    loading ??= load().then((table) => new Map(table.map((command) => [`gantry.${command.id}`, command])));
    const command = (await loading).get(id);
    if (command === undefined) throw new Error(`There is no command ${id}.`);
    return command;
  };
  return vscode.Disposable.from(
    ...ids.map((id) =>
      vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
        const { hosts } = parts.hosts;
        if (hosts === undefined) return askForTrust();
        // The selection is the one at the time of the call.
        const { trees, runs } = parts;
        const references = chosenRows(args, trees);
        const command = await find(id);
        for (const call of callsOf(command, args, hosts, references))
          await runs.run(t(command.title), call.host.address, (signal) =>
            run(command, call, hosts, parts, signal),
          );
      }),
    ),
  );
}

/** Rows of several hosts are one call for each; hosts themselves are worked on together. */
function callsOf(
  command: Command,
  args: readonly unknown[],
  hosts: Hosts,
  references: readonly RowReference[],
): readonly Call[] {
  if (command.on === 'file')
    return [{ host: namedHost(args[0], hosts) ?? hosts.active, args, references: [] }];
  const ofHosts = command.on === 'object' && command.kind === 'host';
  if (references.length === 0 || ofHosts) return [{ host: hosts.active, args, references }];
  return [...Map.groupBy(references, ({ host }) => host)].flatMap(([id, some]) => {
    const host = hosts.open.find((open) => open.id === id);
    return host === undefined ? [] : { host, args, references: some };
  });
}

/** The open host that a file was dropped onto. */
function namedHost(value: unknown, { open }: Hosts): OpenHost | undefined {
  if (typeof value !== 'object' || value === null || !('host' in value)) return undefined;
  return open.find(({ id }) => id === value.host);
}

/** From a row's menu `(row, rows)`, from a shortcut `{ selectionOf: view }`, from the palette nothing. */
function chosenRows([first, several]: readonly unknown[], trees: readonly Tree[]): readonly RowReference[] {
  if (typeof first === 'object' && first !== null && 'selectionOf' in first)
    return trees.find(({ view }) => view.id === first.selectionOf)?.selection ?? [];
  return (Array.isArray(several) ? several : [first]).filter(isRowReference);
}

async function run(
  command: Command,
  call: Call,
  hosts: Hosts,
  parts: Parts,
  signal: AbortSignal,
): Promise<void> {
  const { host } = call;
  using _held = hosts.hold(host);
  const ui = createUi(parts.ui, host, signal);
  const context = (scope?: vscode.Uri): CommandContext => ({
    host,
    engine: host.engine,
    hosts,
    ui,
    settings: readSettings(scope),
    preferences: parts.preferences,
    signal,
  });
  switch (command.on) {
    case 'host':
      return command.run(context());
    case 'object': {
      const found = await objectsOf(command, call, hosts, parts, signal);
      if (found === undefined) return;
      if ('nothing' in found) return ui.information(found.nothing);
      // The objects are of the command's kind, by which they were found.
      return command.run(found.objects as never, context());
    }
    case 'file': {
      const title = t(command.title).replace(/…$/, '');
      const found = await filesOf(command.language, call.args, title, signal);
      if (found === undefined) return;
      if ('nothing' in found) return ui.warning(found.nothing);
      for (const file of found.files) await command.run(file, context(vscode.Uri.parse(file.uri)));
    }
  }
}

async function objectsOf(
  command: ObjectCommand,
  { host, references }: Call,
  hosts: Hosts,
  parts: Parts,
  signal: AbortSignal,
): ReturnType<typeof pickObjects> {
  if (references.length > 0) return objectsOfRows(command, references, parts.trees);
  await whenKnown(host, command.kind, signal);
  return pickObjects(command, rowsToPickFrom(host, hosts, parts), signal);
}

/** All rows of a host, whatever the views' filters hide. */
function rowsToPickFrom(host: OpenHost, hosts: Hosts, { options }: Parts): readonly Row[] {
  return views.flatMap((view) => {
    const unfiltered = { ...options(view.id), filter: noFilter };
    return view.on === 'hosts' ? view.rows(hosts, unfiltered) : view.rows(host.engine, unfiltered);
  });
}
