import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../../language-server/language.ts';
import type { Rule } from '../../../language-server/lint/rule.ts';
import { findings } from '../../../language-server/lint/run.ts';

const span = { start: 0, end: 1 };
const rule: Rule<string> = {
  id: 'works',
  severity: 'warning',
  docs: 'Finds all.',
  url: 'https://example.com/works',
  source: 'hadolint',
  bad: [],
  good: [],
  *check(text) {
    yield { span, message: text };
  },
};
const broken: Rule<string> = {
  ...rule,
  id: 'broken',
  *check() {
    yield { span, message: 'half' };
    throw new TypeError('oh');
  },
};
const language: Language<string> = {
  id: 'test',
  languageIds: [],
  matches: () => false,
  parse: (text) => text,
  *syntaxErrors() {
    yield { span, message: 'bad', code: 'syntax', severity: 'error' };
  },
  rules: [broken, rule, { ...rule, id: 'off', offByDefault: true }],
};

test('a rule that throws is logged and skipped, and the others run', () => {
  const logged: unknown[] = [];
  const found = findings(language, 'text', (error) => logged.push(error));
  assert.deepEqual(found, [
    { span, message: 'bad', code: 'syntax', severity: 'error' },
    {
      span,
      message: 'text',
      code: 'works',
      severity: 'warning',
      source: 'hadolint',
      url: 'https://example.com/works',
    },
  ]);
  assert.equal(logged.length, 1);
  const [error] = logged;
  assert.ok(error instanceof Error && error.cause instanceof TypeError);
  assert.match(error.message, /broken/);
});

test('pragmas have the last word; where they throw, all findings stay', () => {
  const none = findings({ ...language, pragmas: () => [] }, 'text', () => {});
  assert.deepEqual(none, []);
  const logged: unknown[] = [];
  const pragmas = (): never => {
    throw new Error('oh');
  };
  const all = findings({ ...language, rules: [rule], pragmas }, 'text', (error) => logged.push(error));
  assert.equal(all.length, 2);
  assert.equal(logged.length, 1);
});
