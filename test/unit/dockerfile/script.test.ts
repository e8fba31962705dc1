import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseScript } from '../../../language-server/dockerfile/shell/script.ts';

/** The commands of a script, each as its words behind what joins it to the one before; `>` where its output goes on. */
function split(text: string): readonly string[] {
  return parseScript(text).commands.map(({ joiner, words, assignments, piped, depth }) =>
    [
      '  '.repeat(depth),
      joiner === '' ? '' : `${joiner.replace('\n', '\\n')} `,
      assignments.map((one) => `${one.text} `).join(''),
      words.map((one) => one.text).join(' '),
      piped ? ' >' : '',
    ].join(''),
  );
}

describe('a shell script is split into commands', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'apt-get update && apt-get install -y curl': ['apt-get update', '&& apt-get install -y curl'],
    'a || b; c & d': ['a', '|| b', '; c', '& d'],
    'curl -s x | tar xz': ['curl -s x >', '| tar xz'],
    'a |& b': ['a >', '|& b'],
    'echo \'a && b\' "c; $d" e\\ f': ['echo a && b c; $d e f'],
    'A=1 B="x y" make -j$(nproc)': ['A=1 B=x y make -j$(nproc)', '  nproc'],
    'export A=1': ['export A=1'],
    'x=`date +%s | cut -c1`; y': ['x=`date +%s | cut -c1` ', '  date +%s >', '  | cut -c1', '; y'],
    'if [ -f a ]; then b; elif c; then d; else e; fi && f': [
      'keyword [ -f a ]',
      'keyword b',
      'keyword c',
      'keyword d',
      'keyword e',
      '&& f',
    ],
    'for f in a $(ls b); do rm "$f"; done; x': ['  ls b', 'keyword rm $f', '; x'],
    'for i do a; done': ['keyword a'],
    'while read l; do a; done < f | b': ['keyword read l', 'keyword a', '| b'],
    'case "$A" in x|y) a;; (z) b ;; *) c; esac; d': ['keyword a', 'keyword b', 'keyword c', '; d'],
    'f() { a; }; function g { b; }; h () (c)': ['keyword a', 'keyword b', '( c'],
    '! a && { b; c; }': ['keyword a', 'keyword b', '; c'],
    '(cd x && y) || z': ['( cd x', '&& y', '|| z'],
    '[[ -n $a && b < c ]] && d': ['[[ -n $a b c ]]', '&& d'],
    'a > /dev/null 2>&1 < in; b >> x': ['a', '; b'],
    'a &> x && b': ['a', '&& b'],
    'cat <<EOF > x\na b && c\nEOF\nd': ['cat', '\\n d'],
    'cat <<-"E F"\n\tx\n\tE F\nd': ['cat', '\\n d'],
    'a # b && c\nd': ['a', '\\n d'],
    'a#b': ['a#b'],
    'echo "$(a "$(b)" | c)"': ['echo $(a "$(b)" | c)', '  a $(b) >', '    b', '  | c'],
    "echo ${A:-\"x)y\"} $((1+(2*3))) $'it\\'s' z": ["echo ${A:-\"x)y\"} $((1+(2*3))) $'it\\'s' z"],
    'diff <(a) <(b)': ['diff <(a) <(b)', '  a', '  b'],
    'a \\\n  b && \\\r\n c': ['a b', '&& c'],
    '': [],
    '((i++)); a': ['; a'],
    'set -o pipefail; a|b': ['set -o pipefail', '; a >', '| b'],
  };
  for (const [text, wanted] of Object.entries(cases))
    test(JSON.stringify(text), () => assert.deepEqual(split(text), wanted));
});

test('tokens stand where they are written', () => {
  const text = 'A=1 "b c" $(d) && e';
  const { commands } = parseScript(text);
  assert.deepEqual(
    commands.map(({ start, end }) => text.slice(start, end)),
    ['A=1 "b c" $(d)', 'd', 'e'],
  );
  assert.deepEqual(
    commands[0]?.words.map(({ start, end, literal }) => [text.slice(start, end), literal]),
    [
      ['"b c"', true],
      ['$(d)', false],
    ],
  );
});

test('whatever the text, nothing throws and every command lies in it, in order', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      ' ',
      '&&',
      '|',
      ';',
      '(',
      ')',
      '$(',
      '`',
      '"',
      "'",
      '\\',
      '\n',
      '<<E',
      'E',
      'if',
      'then',
      'fi',
      'case',
    ],
    ...[
      'in',
      'esac',
      ';;',
      '{',
      '}',
      '${',
      '[[',
      ']]',
      '((',
      '#',
      'for',
      'do',
      'done',
      '>',
      '2>',
      'x=1',
      '$',
      'function',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      let before = 0;
      for (const { start, end, words } of parseScript(text).commands) {
        assert.ok(start >= before && start < end && end <= text.length);
        before = start;
        for (const word of words) assert.ok(word.start >= start && word.end <= end);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a script of any length is split in time that grows with it', () => {
  assert.equal(parseScript('a && b\n'.repeat(50_000)).commands.length, 100_000);
  assert.equal(parseScript('$('.repeat(20_000)).commands.length <= 100, true);
  assert.equal(parseScript(`echo ${'"x" '.repeat(100_000)}`).commands[0]?.words.length, 100_001);
});
