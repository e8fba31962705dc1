import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type IgnoreMatch, parseIgnore } from '../../src/engine/build/ignore.ts';

/** Whether a path stays behind, asked folder by folder as a walk does. */
function ignores(rules: string, path: string): boolean {
  const ignore = parseIgnore(rules);
  let match: IgnoreMatch | undefined;
  const parts = path.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1)
    match = ignore.match(parts.slice(0, depth).join('/'), match);
  return match?.ignored === true;
}

describe('.dockerignore', () => {
  // The examples of the reference (docs.docker.com/build/concepts/context) and of patternmatcher's own tests.
  const cases: readonly (readonly [rules: string, ignored: readonly string[], sent: readonly string[]])[] = [
    ['*/temp*', ['a/temp', 'a/temporary.txt', 'a/temp/x'], ['temp', 'a/b/temp']],
    ['*/*/temp*', ['a/b/temporary'], ['a/temp', 'temp']],
    ['temp?', ['tempa', 'tempb/x'], ['temp', 'tempab']],
    ['**/*.go', ['a.go', 'x/y/z.go'], ['go', 'a.goo']],
    [
      '*.md\n!README*.md\nREADME-secret.md',
      ['a.md', 'README-secret.md'],
      ['README.md', 'README-x.md', 'x/a.md'],
    ],
    ['*.md\nREADME-secret.md\n!README*.md', ['a.md'], ['README-secret.md']],
    ['/foo\nbar/', ['foo', 'foo/x', 'bar/y'], ['x/foo', 'x/bar']],
    ['# no\n #yes\n\n  spaced  ', ['#yes', 'spaced'], ['# no', 'no']],
    ['\uFEFFfirst\r\nsecond\r\n', ['first', 'second'], ['third']],
    ['**', ['a', 'a/b'], []],
    ['a/**', ['a/b', 'a/b/c'], ['a', 'b']],
    ['a/**/z', ['a/z', 'a/b/z', 'a/b/c/z/in'], ['z', 'a/zz']],
    ['**/node_modules', ['node_modules', 'x/y/node_modules/z/w'], ['x/node_modules2']],
    ['[a-c].txt', ['a.txt', 'c.txt'], ['d.txt', 'ab.txt']],
    ['[^a-c].txt', ['d.txt'], ['a.txt']],
    ['a\\*b', ['a*b'], ['axb']],
    ['a+(b).{c}$|^', ['a+(b).{c}$|^'], ['aab.c']],
    ['./x/../y//z', ['y/z'], ['x', 'y', 'z']],
    ['*\n!ü ñ/✓.txt', ['a', 'ü ñ/x'], ['ü ñ/✓.txt']],
    ['dir\n!dir/keep\ndir/keep/no', ['dir', 'dir/x', 'dir/keep/no'], ['dir/keep', 'dir/keep/yes']],
    ['', [], ['a']],
  ];
  for (const [rules, ignored, sent] of cases) {
    test(JSON.stringify(rules), () => {
      for (const path of ignored) assert.equal(ignores(rules, path), true, path);
      for (const path of sent) assert.equal(ignores(rules, path), false, path);
    });
  }

  test('what can not be understood is said', () => {
    for (const rules of ['!', 'a\n[b', 'c\\']) assert.throws(() => parseIgnore(rules), /pattern/);
  });

  test('a folder is looked into only where an exception may bring something back', () => {
    const ignore = parseIgnore('*\n!src/app\n!docs/*/x');
    assert.deepEqual(
      ['src', 'src/app', 'src/other', 'docs', 'docs/any', 'node_modules'].map((folder) =>
        ignore.mayKeepWithin(folder),
      ),
      [true, true, false, true, true, false],
    );
    assert.equal(parseIgnore('*\n!**/x').mayKeepWithin('any/where'), true);
    assert.equal(parseIgnore('*').mayKeepWithin('any'), false);
  });
});
