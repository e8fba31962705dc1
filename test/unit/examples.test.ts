import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { suite, test } from 'node:test';
import { findings } from '../../language-server/lint/run.ts';
import { languages } from '../../language-server/server/languages.ts';

suite('The examples are as Gantry would have them', () => {
  const files = globSync('examples/*/*').flatMap((path) => {
    const language = languages.find(({ matches }) => matches(basename(path)));
    return language === undefined ? [] : [{ path, language }];
  });

  test('there are a Dockerfile, a Compose file and a stack file', () => {
    assert.deepEqual(files.map(({ path }) => basename(path)).sort(), [
      'Dockerfile',
      'compose.yaml',
      'stack.yml',
    ]);
  });

  for (const { path, language } of files) {
    test(`${path} has nothing to find`, () => {
      const text = readFileSync(path, 'utf8');
      const found = findings(language, language.parse(text, basename(path)), assert.ifError);
      assert.deepEqual(found, []);
    });
  }
});
