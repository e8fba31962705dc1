import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { loadGrammars, type Token, tokenize } from './grammars.ts';

interface Assertion {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Scopes that each character has; with `!` in front: that none has. `a.b` stands for `a.b.c` too. */
  readonly scopes: readonly string[];
}

const folder = 'test/fixtures/syntaxes';
const scopeNames = { Dockerfile: 'source.dockerfile', yaml: 'source.yaml.compose' } as const;

suite('Syntax highlighting', async () => {
  const grammar = await loadGrammars();
  for (const name of readdirSync(folder)) {
    test(name, async () => {
      const { lines, assertions } = parse(readFileSync(`${folder}/${name}`, 'utf8'));
      const scopeName = name.endsWith('.yaml') ? scopeNames.yaml : scopeNames.Dockerfile;
      const tokens = tokenize(await grammar(scopeName), lines);
      const wrong = assertions.flatMap((assertion) => check(assertion, lines, tokens[assertion.line] ?? []));
      assert.ok(assertions.length > 0);
      assert.deepEqual(wrong, []);
    });
  }
});

/** Splits a sample into the text that is coloured and, under its lines, what is said of them: `^^^ scope !scope`. */
function parse(sample: string): { lines: string[]; assertions: Assertion[] } {
  const lines: string[] = [];
  const assertions: Assertion[] = [];
  for (const line of sample.split('\n')) {
    const marker = /^( *)(\^+) (.+)$/.exec(line);
    if (marker === null) {
      lines.push(line);
      continue;
    }
    const [, indent = '', carets = '', scopes = ''] = marker;
    const end = indent.length + carets.length;
    assertions.push({ line: lines.length - 1, start: indent.length, end, scopes: scopes.split(' ') });
  }
  return { lines, assertions };
}

function check(
  { line, start, end, scopes }: Assertion,
  lines: readonly string[],
  tokens: readonly Token[],
): string[] {
  if (end > (lines[line]?.length ?? 0)) return [`${lines[line]}: the line ends before the marker does`];
  const touched = tokens.filter((token) => token.start < end && token.end > start);
  return scopes.flatMap((scope) => {
    const absent = scope.startsWith('!');
    const prefix = absent ? scope.slice(1) : scope;
    const has = (token: Token) =>
      token.scopes.some((name) => `${name} `.replace(' ', '.').startsWith(`${prefix}.`));
    const bad = touched.filter((token) => has(token) === absent);
    return bad.map((token) => {
      const text = lines[line]?.slice(token.start, token.end);
      return `${lines[line]}: “${text}” ${absent ? 'has' : 'lacks'} ${prefix}: ${token.scopes.join(' ')}`;
    });
  });
}
