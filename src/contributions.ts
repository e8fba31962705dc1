import syntaxes from '../syntaxes/contributions.json' with { type: 'json' };
import type { Command, FileCommand, HostCommand, ObjectCommand, Place, Submenu } from './commands/command.ts';
import { contextValuePattern } from './commands/contextValue.ts';
import { commands } from './commands/index.ts';
import type { SelectionKind } from './commands/selection.ts';
import type { Capability } from './engine/facts.ts';
import { type Setting, settingsTable } from './settings.ts';
import { views } from './views/index.ts';
import { welcomes } from './views/welcome.ts';

/** An entry of a menu in the manifest. */
interface MenuItem {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}

/** A menu in another menu. */
interface SubmenuItem extends Omit<MenuItem, 'command'> {
  readonly submenu: string;
}

/** The menus below those of rows, by the kind of the rows. */
const submenus: { readonly [S in Submenu]: { readonly label: string; readonly kind: SelectionKind } } = {
  'container.files': { label: 'Files', kind: 'container' },
};

/** Menu groups sort by their names: from top to bottom as `Place` lists them. */
const groups: { readonly [P in Place]: string } = {
  open: '1_open',
  lifecycle: '2_lifecycle',
  run: '3_run',
  edit: '4_edit',
  copy: '8_copy',
  destroy: '9_destroy',
};

/** Kinds whose rows are loaded when the row above is opened. */
const loadedKinds: ReadonlySet<SelectionKind> = new Set<SelectionKind>(['buildCache', 'layer']);

/** The view that a kind's shortcuts work in. */
const viewOfKind: { readonly [K in SelectionKind]?: string } = {
  container: 'gantry.containers',
  image: 'gantry.images',
  network: 'gantry.networks',
  volume: 'gantry.volumes',
  node: 'gantry.swarm',
  host: 'gantry.hosts',
};

const objectCommands = commands.filter((command): command is ObjectCommand => command.on === 'object');
const fileCommands = commands.filter((command): command is FileCommand => command.on === 'file');
const hostCommands = commands.filter((command): command is HostCommand => command.on === 'host');

const restricted = Object.entries(settingsTable).flatMap(([name, setting]) =>
  setting.restricted ? [name] : [],
);

/** The parts of package.json that follow from the tables. `scripts/manifest.ts` writes them, a test says when they are stale. */
export const manifest = {
  categories: ['Programming Languages', 'Linters', 'Other'],
  keywords: [
    'docker',
    'dockerfile',
    'compose',
    'swarm',
    'container',
    'image',
    'buildkit',
    'lint',
    'language server',
  ],
  icon: 'media/icon.png',
  extensionKind: ['workspace'],
  // The texts in code; those of the manifest are beside it, in package.nls.json.
  l10n: './l10n',
  // Views and commands of its own activate an extension by themselves; languages of others don't.
  activationEvents: ['onLanguage:dockerfile', 'onLanguage:dockercompose'],
  capabilities: {
    untrustedWorkspaces: {
      supported: 'limited',
      description:
        'Dockerfiles and Compose files are checked and completed. Docker itself is spoken to only in a trusted workspace.',
      restrictedConfigurations: restricted,
    },
    virtualWorkspaces: {
      supported: 'limited',
      description:
        'Images can’t be built, and Compose can’t be run, from files that are not on a disk. All else works.',
    },
  },
  contributes: {
    viewsContainers: { activitybar: [{ id: 'gantry', title: 'Gantry', icon: 'media/gantry.svg' }] },
    views: {
      gantry: views.map(({ id, title, collapsed }) => ({
        id,
        name: title,
        icon: 'media/gantry.svg',
        contextualTitle: 'Gantry',
        ...(collapsed ? { visibility: 'collapsed' } : {}),
      })),
    },
    viewsWelcome: welcomes,
    commands: commands.map(({ title, icon, ...command }) => ({
      command: idOf(command),
      title,
      category: categoryOf(command),
      ...(icon === undefined ? {} : { icon: `$(${icon})` }),
    })),
    submenus: Object.entries(submenus).map(([id, { label }]) => ({ id: idOf({ id }), label })),
    menus: {
      'view/item/context': [
        ...objectCommands.filter(({ submenu }) => submenu === undefined).flatMap(itemMenu),
        ...Object.entries(submenus).map(submenuItem),
        ...hostCommands.flatMap(hostRowMenu),
      ],
      ...Object.fromEntries(
        Object.keys(submenus).map((id) => [
          idOf({ id }),
          objectCommands.filter(({ submenu }) => submenu === id).flatMap(itemMenu),
        ]),
      ),
      'view/title': hostCommands.flatMap(titleMenu),
      'explorer/context': fileCommands.map((command, i) => fileMenu(command, i, '!explorerResourceIsFolder')),
      'editor/context': fileCommands.map((command, i) => fileMenu(command, i)),
      commandPalette: commands.flatMap(paletteItem),
    },
    keybindings: objectCommands.flatMap(keybinding),
    configuration: {
      title: 'Gantry',
      properties: Object.fromEntries(
        Object.entries(settingsTable).map(([name, setting]) => [name, settingSchema(setting)]),
      ),
    },
    languages: syntaxes.languages,
    grammars: syntaxes.grammars,
  },
} as const;

/** The id that the editor knows a command by. */
function idOf({ id }: Pick<Command, 'id'>): string {
  return `gantry.${id}`;
}

/** What the palette writes before a command's title: `Gantry Container: Start`. Menus show the title alone. */
export function categoryOf(
  command: Pick<ObjectCommand, 'on' | 'kind'> | { readonly on: 'file' | 'host' },
): string {
  if (command.on !== 'object') return 'Gantry';
  return `Gantry ${command.kind.charAt(0).toUpperCase()}${command.kind.slice(1)}`;
}

function itemMenu(command: ObjectCommand, i: number): readonly MenuItem[] {
  const { place, inline, single, several } = command;
  const row = `view =~ /^gantry\\./ && viewItem =~ /${contextValuePattern(command)}/`;
  const fits = command.needs === undefined ? row : `${row} && ${canWords(command.needs)}`;
  const item: MenuItem = {
    command: idOf(command),
    when: single ? `${fits} && !listMultiSelection` : several ? `${fits} && listMultiSelection` : fits,
    group: `${groups[place]}@${i + 1}`,
  };
  return inline ? [item, { command: idOf(command), when: fits, group: `inline@${i + 1}` }] : [item];
}

function submenuItem([id, { kind }]: [string, { readonly kind: SelectionKind }]): SubmenuItem {
  return {
    submenu: idOf({ id }),
    when: `view =~ /^gantry\\./ && viewItem =~ /${contextValuePattern({ kind })}/`,
    // Below the others of its group.
    group: `${groups.edit}@${objectCommands.length + 1}`,
  };
}

/** Where several hosts are open each has a row in every view, with what else is in the view's title. */
function hostRowMenu(command: HostCommand, i: number): readonly MenuItem[] {
  const places = (command.places ?? []).filter(
    ({ view, arranges }) => view !== 'gantry.hosts' && arranges !== true,
  );
  return places.map(({ view }) => ({
    command: idOf(command),
    when: `view == '${view}' && viewItem =~ /^host:(.+:)?connected(:|$)/ && !listMultiSelection`,
    group: `0_host@${i + 1}`,
  }));
}

/** The palette has all, but for what the engine lacks, and for kinds whose objects it is asked for: there is nothing to pick from. */
function paletteItem(command: Command): readonly { readonly command: string; readonly when: string }[] {
  if (command.on === 'object' && loadedKinds.has(command.kind))
    return [{ command: idOf(command), when: 'false' }];
  return command.needs === undefined ? [] : [{ command: idOf(command), when: canWords(command.needs) }];
}

function canWords(capability: Capability): string {
  return `gantry.can.${capability}`;
}

function keybinding(command: ObjectCommand) {
  const view = viewOfKind[command.kind];
  if (command.key === undefined || view === undefined) return [];
  return {
    ...command.key,
    command: idOf(command),
    args: { selectionOf: view },
    when: `focusedView == '${view}' && listFocus && !inputFocus`,
  };
}

function settingSchema({ type, default: fallback, scope, description, ...rest }: Setting) {
  const values = 'values' in rest && rest.values !== undefined ? enumeration(rest.values) : undefined;
  const schema = { type, default: fallback, scope, markdownDescription: description };
  if (type !== 'array') return { ...schema, ...values };
  return { ...schema, items: { type: 'string', ...values }, uniqueItems: true };
}

function enumeration(values: Readonly<Record<string, string>>) {
  return { enum: Object.keys(values), markdownEnumDescriptions: Object.values(values) };
}

function titleMenu(command: HostCommand, i: number): readonly MenuItem[] {
  return (command.places ?? []).map(({ view, button, when, arranges }) => ({
    command: idOf(command),
    when: `view == '${view}' && ${when}`,
    group: `${button ? 'navigation' : arranges ? '2_arrange' : '1_manage'}@${i + 1}`,
  }));
}

/** Files on the disk of the machine that the extension runs on; `vscode-remote` is what the window calls that machine. */
function fileMenu(command: FileCommand, i: number, also?: string): MenuItem {
  const parts = [
    `resourceLangId == '${command.language}'`,
    'resourceScheme =~ /^(file|vscode-remote)$/',
    'isWorkspaceTrusted',
    ...(also === undefined ? [] : [also]),
  ];
  return { command: idOf(command), when: parts.join(' && '), group: `1_gantry@${i + 1}` };
}
