import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expand } from '../../../language-server/dockerfile/analysis/expansion.ts';
import type { Word } from '../../../language-server/dockerfile/syntax/logicalLine.ts';
import { parseSyntax } from '../../../language-server/dockerfile/syntax/parse.ts';
import { shellWord } from '../../../language-server/dockerfile/syntax/shellWord.ts';
import type { Arguments, Instruction } from '../../../language-server/dockerfile/syntax/tree.ts';

/** What a tree says, in a form that fits on a line. */
function shape(text: string): unknown[] {
  return parseSyntax(text).instructions.map(shapeOf);
}

function shapeOf({ name, flags, arguments: args }: Instruction): unknown {
  const values = flags.map(
    ({ name: flag, value }) => `--${flag.text}${value === undefined ? '' : `=${value.text}`}`,
  );
  return [name, ...values, shapeOfArguments(args)];
}

function shapeOfArguments(args: Arguments): unknown {
  const texts = (words: readonly Word[]): readonly string[] => words.map(({ text }) => text);
  switch (args.form) {
    case 'words':
      return { words: texts(args.words) };
    case 'json':
      return { json: texts(args.elements) };
    case 'text':
      return { text: args.text.text };
    case 'pairs':
      return {
        [args.legacy ? 'legacy' : 'pairs']: args.pairs.map(({ key, value }) => [key.text, value?.text]),
      };
    case 'healthcheck':
      return [args.type.text, shapeOfArguments(args.command)];
    case 'instruction':
      return shapeOf(args.instruction);
    default:
      return args.form;
  }
}

describe('instructions are read as BuildKit reads them', () => {
  const cases: readonly (readonly [text: string, ...expected: unknown[]])[] = [
    ['FROM  a  AS b ', ['FROM', { words: ['a', 'AS', 'b'] }]],
    ['RUN a   b\t', ['RUN', { text: 'a   b' }]],
    ['RUN a\\\n  b', ['RUN', { text: 'a  b' }]],
    ['RUN a \\ \t\n# x\n\n   # y\nb', ['RUN', { text: 'a b' }]],
    ['RUN a \\\\\nFROM b', ['RUN', { text: 'a \\\\' }], ['FROM', { words: ['b'] }]],
    ['RUN a \\\r\n  b\r\nCMD c\r\n', ['RUN', { text: 'a   b' }], ['CMD', { text: 'c' }]],
    ['RUN a \\', ['RUN', { text: 'a' }]],
    ['# escape=`\nCOPY a `\n b C:\\', ['COPY', { words: ['a', 'b', 'C:\\'] }]],
    ['COPY ["a b", "c\\u0041\\"", "d"]', ['COPY', { json: ['a b', 'cA"', 'd'] }]],
    ["COPY ['a', 'b']", ['COPY', { words: ["['a',", "'b']"] }]],
    ['CMD [ "a", ]', ['CMD', { text: '[ "a", ]' }]],
    ['CMD [1]', ['CMD', 'badJson']],
    ['CMD []', ['CMD', { json: [] }]],
    ['CMD', ['CMD', 'none']],
    [
      'ENV a=b "c d"=e f=\\"g\\ h i=',
      [
        'ENV',
        {
          pairs: [
            ['a', 'b'],
            ['"c d"', 'e'],
            ['f', '\\"g\\ h'],
            ['i', ''],
          ],
        },
      ],
    ],
    ['ENV a  b "c"', ['ENV', { legacy: [['a', 'b "c"']] }]],
    ['ENV a', ['ENV', { legacy: [['a', undefined]] }]],
    [
      'ENV a=b c',
      [
        'ENV',
        {
          pairs: [
            ['a', 'b'],
            ['c', undefined],
          ],
        },
      ],
    ],
    [
      'ARG a b=1 "c=d e"',
      [
        'ARG',
        {
          pairs: [
            ['a', undefined],
            ['b', '1'],
            ['"c', 'd e"'],
          ],
        },
      ],
    ],
    [
      'RUN --mount=type=cache,"target=/a b" --x --y= -- --z',
      ['RUN', '--mount=type=cache,target=/a b', '--x', '--y=', { text: '--z' }],
    ],
    ['COPY --from=a \\\n  --link b c', ['COPY', '--from=a', '--link', { words: ['b', 'c'] }]],
    ['HEALTHCHECK --interval=1s CMD ["a"]', ['HEALTHCHECK', '--interval=1s', ['CMD', { json: ['a'] }]]],
    ['HEALTHCHECK none', ['HEALTHCHECK', ['none', 'none']]],
    ['ONBUILD RUN --network=none x', ['ONBUILD', ['RUN', '--network=none', { text: 'x' }]]],
    ['Onbuild onbuild run x', ['ONBUILD', ['ONBUILD', { text: 'run x' }]]],
    ['foo bar', ['FOO', { text: 'bar' }]],
    ['\\\n', ['', 'none']],
    ['  \tRUN\fa', ['RUN', { text: 'a' }]],
    ['RUN # x', ['RUN', { text: '# x' }]],
  ];
  for (const [text, ...expected] of cases) {
    test(JSON.stringify(text), () => assert.deepEqual(shape(text), expected));
  }
});

test('words stand where they are written, whatever lies in them', () => {
  const text = 'COPY --from="a"\\\nb \\\n# c\n  ["x\\u0041", "y"]\n';
  const [copy] = parseSyntax(text).instructions;
  assert.ok(copy);
  const at = ({ span }: Word): string => text.slice(span.start, span.end);
  const from = copy.flags[0]?.value;
  assert.ok(from);
  assert.equal(from.text, 'ab');
  assert.equal(at(from), '"a"\\\nb'.slice(1));
  const elements = copy.arguments.form === 'json' ? copy.arguments.elements : [];
  assert.deepEqual(elements.map(at), ['"x\\u0041"', '"y"']);
});

describe('here-documents', () => {
  const cases: readonly (readonly [
    text: string,
    ...expected: (readonly [name: string, body: string, flags?: string])[],
  ])[] = [
    ['RUN <<EOF\na\nEOF', ['EOF', 'a\n']],
    ['RUN <<  EOF  > foo\nEOF\n', ['EOF', '']],
    ['RUN 3<<EOF\nEOF\n', ['EOF', '']],
    ['RUN <<-EOF\n\ta\n\tEOF\n', ['EOF', '\ta\n', 'chomp']],
    ["RUN <<-'EOF'\n$a\nEOF\n", ['EOF', '$a\n', 'chomp raw']],
    ["RUN <<eo'f'\neof\n", ['eof', '', 'raw']],
    ["RUN <<eo\\'f\neo'f\n", ["eo'f", '']],
    ["RUN <<'e'o\\'f\neo'f\n", ["eo'f", '', 'raw']],
    ["RUN <<'one two'\none two\n", ['one two', '', 'raw']],
    ['RUN <<$EOF\n$EOF\n', ['$EOF', '']],
    ['COPY <<X <<Y /dest\nY\nX\nX\nY\n', ['X', 'Y\n'], ['Y', 'X\n']],
    ['RUN <<A \\\n  <<B\na\nA\nb\nB\n', ['A', 'a\n'], ['B', 'b\n']],
    ['RUN <<EOF\r\na\r\nEOF\r\n', ['EOF', 'a\r\n']],
    ['RUN <<EOF\n#x\n\n\\\nEOF\n', ['EOF', '#x\n\n\\\n']],
    ['ONBUILD RUN <<E\na\nE\n', ['E', 'a\n']],
    ['RUN "<<EOF"'],
    ['RUN cat<<EOF'],
    ['RUN <<<EOF'],
    ['RUN <<- EOF'],
    ['RUN ["<<EOF"]'],
    ['USER <<EOF'],
    ['RUN echo ${x^^} <<EOF'],
  ];
  for (const [text, ...expected] of cases) {
    test(JSON.stringify(text), () => {
      const [instruction] = parseSyntax(text).instructions;
      const found = instruction?.heredocs.map(({ name, body, chomp, expand: expands, terminator }) => {
        assert.ok(terminator, 'it ends');
        assert.equal(text.slice(terminator.start, terminator.end), name);
        const flags = [...(chomp ? ['chomp'] : []), ...(expands ? [] : ['raw'])].join(' ');
        return [name, text.slice(body.start, body.end), ...(flags === '' ? [] : [flags])];
      });
      assert.deepEqual(found, expected);
    });
  }
});

describe('words are expanded as BuildKit expands them', () => {
  const variables: Readonly<Record<string, string>> = {
    a: 'x',
    empty: '',
    path: 'one/two.tar.gz',
    w: 'foobarfoo',
  };
  const lookup = (name: string): { value?: string } | undefined => {
    if (name === 'unknown') return {};
    const value = variables[name];
    return value === undefined ? undefined : { value };
  };
  const cases: readonly (readonly [word: string, expected: string | undefined])[] = [
    ['plain', 'plain'],
    ['$a${a}', 'xx'],
    ['$nothing.', '.'],
    ['\\$a "\\$a" \'$a\'', '$a $a $a'],
    ['"a\\b" a\\b', 'a\\b ab'],
    ["'it'\\''s'", "it's"],
    ['${nothing:-d}${empty:-d}${a:-d}', 'ddx'],
    ['${nothing-d}${empty-d}', 'd'],
    ['${nothing:+d}${empty:+d}${a:+d}${empty+e}', 'de'],
    ['${nothing:-${nothing:-"b c"}}', 'b c'],
    ['${nothing:-${a}$a}', 'xx'],
    ['${path#*/} ${path##*.} ${path%.*} ${path%%.*}', 'two.tar.gz gz one/two.tar one/two'],
    ['${w/foo/X} ${w//foo/X} ${w/b*r/-}', 'Xbarfoo XbarX foo-foo'],
    ['${path/\\//_}', 'one_two.tar.gz'],
    ['$unknown', undefined],
    ['${unknown:-d}', undefined],
    ['a$', 'a$'],
    ['$1x', 'x'],
    ['${a?needed}', 'x'],
  ];
  for (const [word, expected] of cases) {
    test(word, () => {
      const { parts, error } = shellWord(word, { escapeToken: '\\' });
      assert.equal(error, undefined);
      assert.deepEqual(expand(parts, lookup), expected === undefined ? {} : { text: expected });
    });
  }
  test('but a value that doubles with each line is not followed for ever', () => {
    let value = 'x'.repeat(8);
    const { parts } = shellWord('$v$v', { escapeToken: '\\' });
    for (let i = 0; i < 9; i++) value = expand(parts, () => ({ value })).text ?? value;
    assert.equal(value.length, 4096);
    assert.deepEqual(
      expand(parts, () => ({ value })),
      {},
    );
  });
  test('what is required and missing is an error', () => {
    const { parts } = shellWord('${nothing:?say it}', { escapeToken: '\\' });
    assert.deepEqual(expand(parts, lookup), { error: 'The variable nothing is required: say it.' });
  });
});
