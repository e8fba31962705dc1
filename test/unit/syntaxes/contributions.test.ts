import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { suite, test } from 'node:test';
import { builtIn, contributions } from './grammars.ts';

suite('Contributed languages and grammars', () => {
  test('every file is there, and every grammar has the scope it is contributed for', () => {
    for (const { configuration } of contributions.languages)
      assert.ok(configuration === undefined || existsSync(configuration));
    for (const { path, scopeName } of contributions.grammars) {
      assert.equal(JSON.parse(readFileSync(path, 'utf8')).scopeName, scopeName);
    }
  });

  test('every language that a here-document may hold is one that the editor is told of', () => {
    const dockerfile = contributions.grammars.find(({ language }) => language === 'dockerfile');
    const bodies = readFileSync('syntaxes/dockerfile-heredoc-languages.tmLanguage.json', 'utf8');
    const named = [...bodies.matchAll(/"contentName": "(meta\.embedded\.block\.\w+)"/g)].map(
      ([, name]) => name,
    );
    assert.deepEqual(Object.keys(dockerfile?.embeddedLanguages ?? {}).sort(), named.sort());
  });

  test('file names lead to their language', () => {
    assert.deepEqual(
      Object.fromEntries(
        [
          'Dockerfile',
          'Dockerfile-dev',
          'Dockerfile_test',
          'Containerfile-x',
          'Dockerfile.dockerignore',
          '.dockerignore',
        ]
          .concat([
            'compose.yaml',
            'stack.yml',
            'docker-stack.yaml',
            'web.stack.yml',
            'stack.prod.yml',
            'haystack.yml',
          ])
          .map((name) => [name, languageOf(name)]),
      ),
      {
        Dockerfile: 'dockerfile',
        'Dockerfile-dev': 'dockerfile',
        Dockerfile_test: 'dockerfile',
        'Containerfile-x': 'dockerfile',
        'Dockerfile.dockerignore': 'ignore',
        '.dockerignore': 'ignore',
        'compose.yaml': 'dockercompose',
        'stack.yml': 'dockercompose',
        'docker-stack.yaml': 'dockercompose',
        'web.stack.yml': 'dockercompose',
        'stack.prod.yml': 'dockercompose',
        'haystack.yml': 'yaml',
      },
    );
  });

  test('Enter behind a continuation indents, and at the end of the instruction goes back', () => {
    const configuration = JSON.parse(readFileSync('syntaxes/dockerfile.language-configuration.json', 'utf8'));
    const onEnter = (previous: string, before: string): string | undefined =>
      configuration.onEnterRules.find(
        (rule: { beforeText: string; previousLineText?: string }) =>
          new RegExp(rule.beforeText).test(before) && new RegExp(rule.previousLineText ?? '').test(previous),
      )?.action.indent;
    assert.equal(onEnter('FROM a', 'RUN apk add \\'), 'indent');
    assert.equal(onEnter('FROM a', 'RUN apk add'), undefined);
    assert.equal(onEnter('RUN apk add \\', '    curl \\'), undefined);
    assert.equal(onEnter('RUN apk add \\', '    curl'), 'outdent');
    assert.equal(onEnter('RUN apk add \\', '    # why'), undefined);
    assert.equal(onEnter('# a \\', 'RUN x'), undefined);
  });
});

/** As the editor chooses: the whole name, else the longest pattern, else the longest extension; letters' case does not matter. */
function languageOf(fileName: string): string | undefined {
  const name = fileName.toLowerCase();
  const languages = [
    ...builtIn('docker').contributes.languages,
    ...builtIn('yaml').contributes.languages,
    ...contributions.languages,
  ];
  const longest = (
    key: 'filenamePatterns' | 'extensions',
    fits: (item: string) => boolean,
  ): string | undefined =>
    languages
      .flatMap((language) =>
        (language[key] ?? []).map((item) => ({ item: item.toLowerCase(), id: language.id })),
      )
      .filter(({ item }) => fits(item))
      .sort((a, b) => b.item.length - a.item.length)[0]?.id;
  return (
    languages.find(({ filenames }) => filenames?.some((item) => item.toLowerCase() === name))?.id ??
    longest('filenamePatterns', (pattern) => matchesGlob(name, pattern)) ??
    longest('extensions', (extension) => name.endsWith(extension))
  );
}
