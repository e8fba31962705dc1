import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeLenses } from '../../../language-server/dockerfile/features/codeLenses.ts';
import { hover } from '../../../language-server/dockerfile/features/hover.ts';
import { nameProblem, symbolAt } from '../../../language-server/dockerfile/features/symbolAt.ts';
import { symbols } from '../../../language-server/dockerfile/features/symbols.ts';
import { dockerfile } from '../../../language-server/dockerfile/language.ts';
import type { DocumentSymbol } from '../../../language-server/language.ts';
import { contains } from '../../../language-server/text/span.ts';
import { open, openAt } from './open.ts';
import { samples } from './samples.ts';

describe('what names the same', () => {
  /** The fixture has the cursor `$0`, `[…]` around each use, and `{{…}}` around the declaration. */
  const check = (name: string, fixture: string): void => {
    test(name, () => {
      const uses: { start: number; end: number }[] = [];
      let declaration: { start: number; end: number } | undefined;
      let text = '';
      let offset = 0;
      for (const piece of fixture.split(/(«\{?|\}?»|\$0)/)) {
        if (piece.startsWith('«')) {
          uses.push({ start: text.length, end: text.length });
          if (piece === '«{') declaration = uses.at(-1);
        } else if (piece.endsWith('»')) {
          const use = uses.at(-1);
          if (use !== undefined) use.end = text.length;
        } else if (piece === '$0') offset = text.length;
        else text += piece;
      }
      const symbol = symbolAt(open(text), offset);
      assert.deepEqual(
        [...(symbol?.uses ?? [])].sort((a, b) => a.start - b.start),
        uses,
      );
      assert.deepEqual(symbol?.declaration, declaration);
    });
  };
  const stages =
    'FROM a AS «{bu$1ild}»\nFROM «build» AS t\nCOPY --from=«bu$2ild» x y\nCOPY --from=«$30» x y\nRUN --mount=type=bind,from=«BUILD»,target=/x y\n';
  for (const cursor of ['$1', '$2', '$3']) {
    check(`a stage from ${cursor}`, stages.replace(cursor, '$0').replace(/\$[123]/g, ''));
  }
  check('a stage that a variable names', 'ARG «{b}»=build\nFROM a AS build\nFROM $«$0b»\n');
  check(
    'an ENV',
    'FROM a\nENV «{A}»=1 B=x\nENV C=${«A»:-x} D="$«A»"\nRUN echo $«$0A» \'$A\' && echo ${«A»}\n',
  );
  check(
    'an ARG with its global one',
    'ARG «V»=1\nFROM a:$«V»\nARG «{V}»\nLABEL v=$«V$0»\nFROM b\nLABEL v=$V\n',
  );
  check('an ARG of several in one line', 'FROM a\nARG a «{b}»=1\nENV c=$«$0b»\n');
  check(
    'through modifiers',
    'FROM a\nARG «{x}»=1\nENV a=${«x»#pat} b=${«$0x»%%p} c=${«x»/a/b} d=${y:-${«x»}} e=${«x»+z}\n',
  );
  check(
    'across stages built on one another',
    'FROM a AS one\nENV «{A}»=1\nFROM one\nRUN $«A$0»\nFROM b\nENV A=2\n',
  );
  check('across a continued line', 'FROM a\nENV «{A}»=1\nRUN x \\\n  # $A\n  $«$0A»\n');
  check(
    'in JSON with escapes and in quoted flags',
    'FROM a\nENV «{A}»=1\nCOPY --chown="x:$«A»" ["\\u0041\\n$«A$0»/b", "c"]\n',
  );
  check('in here-documents', 'FROM a\nENV «{A}»=1\nCOPY <<X <<"Y" /z\n$«$0A»\nX\n$A\nY\n');
  check('nothing for what is not declared', 'FROM a\nRUN echo $$0HOME\n');
  check('nothing for an image', 'FROM alp$0ine\n');
});

test('names that can’t be given are refused with the reason', () => {
  const { document, offset } = openAt('FROM a AS $0one\nFROM b AS two\nENV A=1\nCOPY --from=0 x y\n');
  const stage = symbolAt(document, offset);
  assert.ok(stage);
  assert.match(nameProblem(document, stage, '1st') ?? '', /begins with a letter/);
  assert.match(nameProblem(document, stage, 'TWO') ?? '', /already a stage/);
  assert.equal(nameProblem(document, stage, 'One'), undefined);
  assert.equal(nameProblem(document, stage, 'three.x'), undefined);
  const variable = symbolAt(document, document.text.indexOf('A=1'));
  assert.ok(variable);
  assert.match(nameProblem(document, variable, 'A-B') ?? '', /letters, digits/);
  assert.equal(nameProblem(document, variable, '_b2'), undefined);
  const unnamed = open('FROM a\nFROM b\nCOPY --from=0 x y\n');
  const numbered = symbolAt(unnamed, unnamed.text.indexOf('0'));
  assert.ok(numbered);
  assert.match(nameProblem(unnamed, numbered, 'x') ?? '', /has no name yet/);
});

describe('hover', () => {
  const check = (fixture: string, on: string | undefined, words?: RegExp): void => {
    test(JSON.stringify(fixture), () => {
      const { document, offset } = openAt(fixture);
      const found = hover(document, offset);
      assert.equal(found && document.text.slice(found.span.start, found.span.end), on);
      if (words !== undefined) assert.match(found?.contents ?? '', words);
    });
  };
  check('FR$0OM a\n', 'FROM', /Starts a build stage[\s\S]*docs\.docker\.com/);
  check('FROM a\nONBUILD RU$0N x\n', 'RUN', /new layer/);
  check('FROM a\nCOPY --li$0nk a b\n', '--link', /layer that does not depend/);
  check('FROM a\nRUN --mount=type=ca$0che,target=/x y\n', 'type=cache', /kept between builds/);
  check('FROM a\nRUN --mount=type=cache,sha$0ring=locked y\n', 'sharing=locked', /several builds/);
  check('FROM a\nRUN --network=no$0ne y\n', 'none', /loopback/);
  check('FROM a\nARG A=1\nENV B=$A/x\nRUN $$0B\n', '$B', /`ENV B`\n\nValue: `1\/x`/);
  check('FROM a\nARG A=`x`\nRUN ${$0A}\n', '${A}', /Default: `` `x` ``/);
  check('ARG A\nFROM x:${$0A:-1}\n', '${A', /global `ARG A`\n\nNo default/);
  check('FROM --platform=$BUILD$0PLATFORM a\n', '$BUILDPLATFORM', /machine that builds/);
  check('FROM a\nARG TARGET$0ARCH\n', 'TARGETARCH', /architecture of/);
  check('FROM a\nWORKDIR $$0X\n', '$X', /not declared/);
  check(
    'FROM a:1 AS b\nRUN x\nFROM c\nCOPY --from=$0b x y\n',
    'b',
    /Stage 0 `b`, from `a:1`\n\n1 instruction, used 1 time/,
  );
  check('# esc$0ape=`\nFROM a\n', '# escape=`', /Windows paths/);
  check('FROM a\nRUN ec$0ho\n', undefined);
  check('FROM a\n# x$0\n', undefined);
});

test('symbols are the stages with their instructions', () => {
  const names = (list: readonly DocumentSymbol[]): unknown[] =>
    list.map(({ name, detail, children }) => [name, detail, names(children)]);
  const document = open('ARG V=1\nFROM a AS b\nENV A=1 B="2 3"\nRUN x && \\\n  y\nFROM b\n');
  assert.deepEqual(names(symbols(document)), [
    ['ARG', 'V=1', []],
    [
      'b',
      'a',
      [
        [
          'ENV',
          'A=1 B="2 3"',
          [
            ['A', '1', []],
            ['B', '"2 3"', []],
          ],
        ],
        ['RUN', 'x && y', []],
      ],
    ],
    ['stage 1', 'b', []],
  ]);
  const check = ({ span, selectionSpan, name, children }: DocumentSymbol): void => {
    assert.ok(contains(span, selectionSpan), name);
    assert.notEqual(name, '');
    for (const child of children) {
      assert.ok(contains(span, child.span), child.name);
      check(child);
    }
  };
  for (const sample of samples) for (const symbol of symbols(open(sample))) check(symbol);
});

test('each stage with a name can be built, and the last as a whole', () => {
  const lenses = codeLenses(open('FROM a AS One\nFROM b\nFROM c AS last\n'));
  assert.deepEqual(
    lenses.map(({ title, arguments: args, span }) => [title, span.start, args]),
    [
      ['Build', 0, [{ uri: 'file:///project/Dockerfile', target: 'one' }]],
      ['Build', 21, [{ uri: 'file:///project/Dockerfile' }]],
    ],
  );
});

test('nothing throws anywhere', () => {
  for (const sample of samples) {
    const document = open(sample);
    codeLenses(document);
    for (let offset = 0; offset <= sample.length; offset++) {
      const found = hover(document, offset);
      assert.ok(found === undefined || (found.span.start <= offset && offset <= found.span.end));
      const symbol = symbolAt(document, offset);
      if (symbol !== undefined) nameProblem(document, symbol, 'x');
    }
  }
});

test('Dockerfiles are known by their names', () => {
  for (const name of [
    'Dockerfile',
    'dockerfile',
    'Containerfile',
    'app.dockerfile',
    'Dockerfile.dev',
    'x.Containerfile',
  ]) {
    assert.ok(dockerfile.matches(name), name);
  }
  for (const name of ['Dockerfile.dockerignore', '.dockerignore', 'compose.yaml', 'Dockerfiles', 'docker']) {
    assert.ok(!dockerfile.matches(name), name);
  }
});
