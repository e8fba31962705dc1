import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { array, assert as hold, property, string } from 'fast-check';
import { needsShell, quoteWords, splitWords } from '../../../src/engine/shellWords.ts';

/** What a shell makes of a line: its words, each ended by a zero byte. */
function bySh(line: string): readonly string[] {
  return execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

describe('shell words', () => {
  test('are split into what was joined', () => {
    hold(
      property(array(string({ unit: 'binary' })), (words) => {
        assert.deepEqual(splitWords(quoteWords(words)), { words });
      }),
    );
  });

  test('are what a shell makes of them', () => {
    const words = [
      'a b',
      "it's",
      '',
      '$HOME',
      '`x`',
      'a\\b',
      '"q"',
      '*',
      '~',
      'new\nline',
      'ü',
      '-x=1,2:/3@%+',
    ];
    assert.deepEqual(bySh(quoteWords(words)), words);
    for (const line of ['a  b\tc', `'a b'"c"d`, `"a\\"b\\c" e\\ f`, `''`, `"\\$x" 'a\\b'`]) {
      assert.deepEqual(splitWords(line), { words: bySh(line) }, line);
    }
  });

  test('stay as they are where nothing needs quotes', () => {
    assert.equal(
      quoteWords(['docker', 'run', '-p', '80:80/tcp', 'a/b:c@sha256:0']),
      'docker run -p 80:80/tcp a/b:c@sha256:0',
    );
  });

  test('have problems: a quote that is open, a backslash at the end', () => {
    assert.deepEqual(splitWords(`a 'b`), { problem: 'quote' });
    assert.deepEqual(splitWords('a "b'), { problem: 'quote' });
    assert.deepEqual(splitWords('a \\'), { problem: 'backslash' });
    assert.deepEqual(splitWords('  '), { words: [] });
  });

  test('tell when only a shell can run them', () => {
    for (const line of ['a | b', 'echo $X', 'a > b', 'ls *', 'X=1 env', 'a && b', 'echo "$X"']) {
      assert.ok(needsShell(line), line);
    }
    for (const line of ['ls -la', `grep 'a|b' f`, 'echo "a b"', 'a\\|b', 'find --name=x']) {
      assert.ok(!needsShell(line), line);
    }
  });
});
