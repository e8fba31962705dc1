import assert from 'node:assert/strict';
import { matchesGlob } from 'node:path';
import { test } from 'node:test';
import { compose } from '../../../language-server/compose/language.ts';
import { languages } from '../../../language-server/server/languages.ts';
import { documentSelector } from '../../../src/vscode/documentSelector.ts';

test('VS Code’s client asks about the languages of the server, and about YAML that is Compose by its name', () => {
  const ids = new Set<string>(documentSelector.map(({ language }) => language));
  assert.deepEqual(ids, new Set([...languages.flatMap(({ languageIds }) => languageIds), 'yaml']));
  const { pattern } = documentSelector[2];
  for (const [name, served] of [
    ['compose.yaml', true],
    ['compose.yml', true],
    ['compose.prod.yaml', true],
    ['compose-dev.yml', true],
    ['docker-compose.yml', true],
    ['docker-compose.override.yml', true],
    ['stack.yml', true],
    ['stack.prod.yaml', true],
    ['docker-stack.yml', true],
    ['docker-stack.prod.yml', true],
    ['shop.stack.yml', true],
    ['values.yaml', false],
    ['composer.yaml', false],
    ['haystack.yml', false],
    ['compose.json', false],
  ] as const) {
    assert.equal(matchesGlob(`/project/${name}`, pattern), served, `${name} by the client`);
    assert.equal(compose.matches(name), served, `${name} by the server`);
  }
});
