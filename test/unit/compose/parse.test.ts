import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compose } from '../../../language-server/compose/language.ts';
import type { ComposeTree } from '../../../language-server/compose/tree.ts';
import { scalarsIn } from '../../../language-server/compose/yaml/inside.ts';
import type { YamlNode } from '../../../language-server/compose/yaml/node.ts';
import { parseYaml } from '../../../language-server/compose/yaml/parse.ts';
import { findings } from '../../../language-server/lint/run.ts';
import type { Span } from '../../../language-server/text/span.ts';
import { documentOf, found, surroundings } from './fixtures.ts';

/** Words that Compose files are made of, so that what is thrown together is nearly one. */
const words = [
  ...[
    'services:\n',
    'volumes:\n',
    '  web:\n',
    '  db:',
    '    image: nginx\n',
    '    ports:\n',
    '      - "80:80"\n',
  ],
  ...[
    '    build: .\n',
    '    depends_on: [db]\n',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '- ',
    ': ',
    ':',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '&a ',
    '*a',
    '<<: *a\n',
    '!reset ',
    '---\n',
    '...\n',
    '# note\n',
    '|\n',
    '>-\n',
    '? ',
    '${A',
    '${B:-c}',
    '$',
    '%',
    '@',
  ],
  ...['web', 'x-y: ', '1', 'true', '~', ',', '\ufeff', 'é', '🐳', '\u2028', '\r'],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('whatever the text', () => {
  test('nothing throws, and every span lies in it', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), async (source, at) => {
        const inside = ({ start, end }: Span): void => {
          assert.ok(
            0 <= start && start <= end && end <= source.length,
            `${start}–${end} of ${source.length}`,
          );
        };
        const document = documentOf(source);
        const log = (error: unknown): void => {
          throw error;
        };
        for (const node of document.tree.yaml.roots) spansOf(node, inside);
        for (const { span, fixes = [], related = [] } of findings(compose, document.tree, log)) {
          inside(span);
          for (const { edits } of fixes) for (const edit of edits) inside(edit.span);
          for (const place of related) inside(place.span);
        }
        const offset = at % (source.length + 1);
        const hover = compose.hover?.(document, offset);
        if (hover !== undefined) inside(hover.span);
        const symbol = compose.symbolAt?.(document, offset);
        for (const use of symbol?.uses ?? []) inside(use);
        for (const { span, selectionSpan } of compose.symbols?.(document) ?? []) {
          inside(span);
          inside(selectionSpan);
        }
        for (const { span } of compose.codeLenses?.(document) ?? []) inside(span);
        const { signal } = new AbortController();
        for (const { edit } of (await compose.completion?.(document, offset, surroundings, signal)) ?? [])
          inside(edit.span);
      }),
      { numRuns: 200 },
    );
  });

  test('parsing on from another version is the same as parsing anew', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { roots, problems } = parseYaml(other, parseYaml(one));
        const anew = parseYaml(other);
        assert.deepEqual({ roots, problems }, { roots: anew.roots, problems: anew.problems });
      }),
      { numRuns: 200 },
    );
  });
});

function spansOf(node: YamlNode, check: (span: Span) => void): void {
  check(node.span);
  if (node.anchor !== undefined) check(node.anchor.span);
  if (node.kind === 'list') for (const item of node.items) spansOf(item, check);
  if (node.kind !== 'map') return;
  for (const { key, value, span } of node.pairs) {
    check(key.span);
    check(span);
    if (value !== undefined) spansOf(value, check);
  }
}

test('a scalar’s span is what is written', () => {
  const source = `a: 'it''s' # no\nb: "x" \nc: |\n  one\n  two\n\nd: plain text  # no\ne: [f, {g: h}]\n`;
  const written = [...scalarsIn(parseYaml(source).roots)].map(({ span }) =>
    source.slice(span.start, span.end),
  );
  assert.deepEqual(written, ["'it''s'", '"x"', '|\n  one\n  two', 'plain text', 'f', 'h']);
});

describe('an alias bomb', () => {
  const levels = Array.from({ length: 10 }, (_, i) => `x-${i}: &b${i} [${`*b${i - 1},`.repeat(10)}]\n`).join(
    '',
  );
  const aliases = `x-all: [${'*b9, '.repeat(10_000)}]\n`;

  test('of ten thousand aliases that would be more than all memory is read without expanding it', () => {
    const source = `x-a: &b-1 lol\n${levels}${aliases}services:\n  web:\n    image: a\n    command: *b9\n`;
    assert.deepEqual(found(source), [
      'WrongType: *b8: An item of `command` takes text, not an alias of something else.',
    ]);
  });

  test('of services that merge each other is held against the schema once each', () => {
    const services = Array.from({ length: 400 }, (_, i) => `  s${i}: &s${i}\n    <<: *s${i - 1}\n`).join('');
    const source = `x-a: &s-1\n  image: a\n  prots: []\nservices:\n${services}`;
    assert.deepEqual(
      found(source).filter((line) => line.startsWith('UnknownKey')),
      ['UnknownKey: prots: `prots` is not a key of a service; did you mean `ports`?'],
    );
  });

  test('that names itself ends', () => {
    assert.deepEqual(found('services:\n  web: &w\n    image: a\n    labels:\n      a: *w\n').length, 1);
  });
});

test('nesting without end is one finding', () => {
  for (const source of ['['.repeat(20_000), `a: ${'{'.repeat(20_000)}`, '- '.repeat(20_000)]) {
    const all = found(source);
    assert.ok(all.length >= 1 && all.length <= 2, String(all.length));
    assert.match(all[0] ?? '', /nested too deeply/);
  }
});

test('an edit of one service leaves the others as they are parsed', () => {
  const service = (i: number): string => `  s${i}:\n    image: nginx:${i}\n`;
  const source = `services:\n${Array.from({ length: 50 }, (_, i) => service(i)).join('')}`;
  const before: ComposeTree = compose.parse(source);
  const after = compose.parse(source.replace('nginx:25', 'httpd'), undefined, before);
  const fresh = [...after.yaml.pieces].filter(([piece, parsed]) => before.yaml.pieces.get(piece) !== parsed);
  assert.deepEqual(
    fresh.map(([piece]) => piece),
    ['  s25:\n    image: httpd\n'],
  );
});
