import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import mapping from '@vscode/codicons/src/template/mapping.json' with { type: 'json' };
import { commands } from '../../src/commands/index.ts';

/** The mapping has, for each code point, the names of its icon. */
const known = new Set<string>(Object.values(mapping).flat());

test('every icon of a command is a codicon', () => {
  const icons = commands.flatMap(({ icon }) => (icon === undefined ? [] : [icon]));
  assert.ok(icons.length > 10);
  assert.deepEqual(unknown(icons), []);
});

test('every icon of a row is a codicon', () => {
  const folder = new URL('../../src/views/', import.meta.url);
  const icons = readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/\{ id: '([a-z0-9-]+)'/g)])
    .flatMap(([, id]) => (id === undefined ? [] : [id]));
  assert.ok(icons.length > 10);
  assert.deepEqual(unknown(icons), []);
});

function unknown(icons: readonly string[]): readonly string[] {
  return icons.filter((icon) => !known.has(icon));
}
