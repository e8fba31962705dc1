import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { manifestFiles } from '../../scripts/manifest.ts';
import type { ObjectCommand } from '../../src/commands/command.ts';
import { contextValueOf, contextValuePattern } from '../../src/commands/contextValue.ts';
import { commands } from '../../src/commands/index.ts';
import { type Selection, statesOf } from '../../src/commands/selection.ts';
import { manifest } from '../../src/contributions.ts';
import { containerStates } from '../../src/engine/kinds/container.ts';
import { imageReferences } from '../../src/engine/kinds/image.ts';
import { settingsTable } from '../../src/settings.ts';
import { contextKeys } from '../../src/views/contextKeys.ts';
import { filteredViews, filterKeys } from '../../src/views/filterKeys.ts';
import { container, image, node, plainInventory } from '../support/plainInventory.ts';

const { contributes } = manifest;
const root = new URL('../../', import.meta.url);
const ports = [{ privatePort: 80, protocol: 'tcp', publicPort: 80 }] as const;

/** An object in each combination of states that there is. */
const objects: readonly Selection[] = [
  ...containerStates.flatMap((state) => [container({ state }), container({ state, ports })]),
  ...[image(), image({ tags: [] }), image({ digests: ['nginx@sha256:1'] })].flatMap(imageReferences),
  node(),
  node({ role: 'worker', leader: false }),
];

describe('the manifest', () => {
  test('is what the tables say', async () => {
    for (const { name, is, wanted } of await manifestFiles())
      assert.equal(is, wanted, `${name}: run npm run manifest`);
  });

  test('gives each command an id of its own', () => {
    const ids = contributes.commands.map(({ command }) => command);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^gantry\.[a-zA-Z]+\.[a-zA-Z]+$/);
  });

  test('names only commands of its own in menus and welcome texts', () => {
    const ids = new Set(contributes.commands.map(({ command }) => command));
    const used = [
      ...Object.values(contributes.menus).flatMap((menu) =>
        menu.flatMap((item) => ('command' in item ? item.command : [])),
      ),
      ...contributes.viewsWelcome.flatMap(({ contents }) =>
        [...contents.matchAll(/\(command:(gantry[\w.]+)\)/g)].map(([, id]) => id ?? ''),
      ),
    ];
    assert.ok(used.length > 0);
    assert.deepEqual(
      used.filter((id) => !ids.has(id)),
      [],
    );
  });

  test('asks only for context keys that are set', () => {
    const own = new Set([
      ...Object.keys(contextKeys(plainInventory())),
      ...contributes.views.gantry.map(({ id }) => id),
      ...filteredViews.flatMap((view) => Object.keys(filterKeys(view, {}))),
      ...Object.keys(settingsTable).map((name) => `config.${name}`),
    ]);
    const clauses = [
      ...Object.values(contributes.menus).flatMap((menu) => menu.map(({ when }) => when)),
      ...contributes.viewsWelcome.map(({ when }) => when),
    ];
    const named = clauses.flatMap((clause) => clause.match(/\b(?:config\.)?gantry\.\w+(?:\.\w+)?/g) ?? []);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((key) => !own.has(key)),
      [],
    );
  });

  test('has icons that exist', () => {
    const library = readFileSync(
      new URL('node_modules/@vscode/codicons/dist/codiconsLibrary.ts', root),
      'utf8',
    );
    const known = new Set([...library.matchAll(/register\('([\w-]+)'/g)].map(([, name]) => name));
    const icons = contributes.commands.flatMap(({ icon }) => (icon === undefined ? [] : icon.slice(2, -1)));
    const sources = globSync(fileURLToPath(new URL('src/views/*.ts', root))).map((path) =>
      readFileSync(path, 'utf8'),
    );
    const drawn = sources.flatMap((source) =>
      [...source.matchAll(/\{ id: '([\w-]+)'/g)].map(([, name]) => name),
    );
    assert.ok(known.size > 0 && drawn.length > 0);
    assert.deepEqual(
      [...icons, ...drawn].filter((icon) => !known.has(icon)),
      [],
    );
    const files = [manifest.icon, contributes.viewsContainers.activitybar[0].icon];
    for (const file of files) assert.ok(existsSync(fileURLToPath(new URL(file, root))), file);
  });

  test('has a button on every row that a command with an inline place fits', () => {
    const inline = contributes.menus['view/item/context'].filter(({ group }) => group.startsWith('inline'));
    assert.equal(
      inline.length,
      commands.filter((command) => command.on === 'object' && command.inline).length,
    );
  });

  test('hides commands for one object from a multiple selection', () => {
    const items = menuItems();
    for (const command of commands) {
      if (command.on !== 'object') continue;
      const [item] = items.filter(
        ({ command: id, group }) => id === `gantry.${command.id}` && !group.startsWith('inline'),
      );
      assert.equal(item?.when.endsWith(' && !listMultiSelection'), command.single === true, command.id);
      assert.equal(item?.when.endsWith(' && listMultiSelection'), command.several === true, command.id);
    }
  });

  test('has in the palette all commands but those on what the views are first asked for', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    const loaded = commands.filter(
      (command) => command.on === 'object' && (command.kind === 'layer' || command.kind === 'buildCache'),
    );
    assert.ok(loaded.length > 0);
    assert.deepEqual(
      hidden.map(({ command }) => command),
      loaded.map(({ id }) => `gantry.${id}`),
    );
  });

  test('keeps what arranges a view out of the menus of the hosts in it', () => {
    const menu = menuItems();
    for (const command of commands) {
      if (command.on !== 'host') continue;
      for (const { view, arranges } of command.places ?? []) {
        const shown = menu.some(
          ({ command: id, when }) => id === `gantry.${command.id}` && when.startsWith(`view == '${view}' `),
        );
        assert.equal(shown, view !== 'gantry.hosts' && arranges !== true, `${command.id} in ${view}`);
      }
    }
  });

  test('restricts the settings that a workspace without trust must not make', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.deepEqual(restrictedConfigurations, ['gantry.build.context']);
    for (const name of restrictedConfigurations) assert.ok(name in contributes.configuration.properties);
  });
});

/** What is in the menus of rows and in those below them. */
function menuItems() {
  const below = new Set<string>(contributes.submenus.map(({ id }) => id));
  return Object.entries(contributes.menus)
    .filter(([name]) => name === 'view/item/context' || below.has(name))
    .flatMap(([, items]) => items.flatMap((item) => ('command' in item && 'group' in item ? [item] : [])));
}

test('a row has a command in its menu exactly when the object is in one of its states', () => {
  for (const command of commands.filter((one): one is ObjectCommand => one.on === 'object')) {
    const pattern = new RegExp(contextValuePattern(command));
    for (const object of objects) {
      const fits =
        object.kind === command.kind &&
        (command.states === undefined ||
          statesOf(object).some((state) => command.states?.some((wanted) => wanted === state)));
      assert.equal(pattern.test(contextValueOf(object)), fits, `${command.id}: ${contextValueOf(object)}`);
    }
  }
});

test('the lifecycle commands fit the states that the engine does them in', () => {
  const fitting = (state: (typeof containerStates)[number]) =>
    commands
      .filter(
        (command) =>
          command.on === 'object' &&
          command.place === 'lifecycle' &&
          new RegExp(contextValuePattern(command)).test(contextValueOf(container({ state }))),
      )
      .map(({ title }) => title);
  assert.deepEqual(fitting('created'), ['Start']);
  assert.deepEqual(fitting('running'), ['Stop', 'Restart', 'Pause', 'Kill']);
  assert.deepEqual(fitting('paused'), ['Unpause', 'Stop', 'Restart', 'Kill']);
  assert.deepEqual(fitting('restarting'), ['Stop', 'Restart', 'Kill']);
  assert.deepEqual(fitting('removing'), []);
  assert.deepEqual(fitting('exited'), ['Start']);
  assert.deepEqual(fitting('dead'), []);
});
