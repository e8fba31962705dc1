import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../language-server/lint/finding.ts';
import type { Rule } from '../../language-server/lint/rule.ts';
import { runRule } from '../../language-server/lint/run.ts';
import type { AnyLanguage } from '../../language-server/server/documents.ts';
import { languages } from '../../language-server/server/languages.ts';
import { applyEdits, type TextEdit } from '../../language-server/text/edit.ts';
import { markable, readMarks } from './fixture.ts';

test('both languages have rules', () => {
  assert.deepEqual(languages.map(({ id }) => id).sort(), ['compose', 'dockerfile']);
  for (const { id, rules } of languages) assert.notEqual(rules.length, 0, `${id} has no rules`);
});

for (const language of languages) {
  test(`the rules of ${language.id} have names of their own`, () => {
    const ids = language.rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });
  for (const rule of language.rules) {
    describe(`${language.id}: ${rule.id}`, () => checkExamples(language, rule));
  }
}

function checkExamples(language: AnyLanguage, listed: Rule<unknown>): void {
  const { exampleSettings } = listed;
  const configured = exampleSettings === undefined ? language : language.withSettings?.(exampleSettings);
  const rule = configured?.rules.find(({ id }) => id === listed.id) ?? listed;
  test('says what it finds, with examples', () => {
    assert.match(rule.docs, /\S/);
    assert.notEqual(rule.bad.length, 0, 'no bad example');
    assert.notEqual(rule.good.length, 0, 'no good example');
  });
  for (const { file, fixed } of rule.bad) {
    test(`finds ${JSON.stringify(file)}`, () => {
      const { text, marks } = readMarks(file);
      const found = runRule(rule, language.parse(text));
      const shown = found.map(({ span, message }) => ({ span: markable(text, span), message }));
      assert.deepEqual(sorted(shown), sorted(marks));
      if (fixed !== undefined) {
        const corrected = applyEdits(text, firstFixes(found));
        assert.equal(corrected, fixed);
        const left = runRule(rule, language.parse(corrected)).filter(({ fixes }) => fixes?.[0] !== undefined);
        assert.deepEqual(left, [], 'the fix leaves something to fix');
      }
      if (found.some(({ fixes }) => fixes?.[0]?.safe))
        assert.notEqual(fixed, undefined, 'a safe fix is not shown');
    });
  }
  for (const file of rule.good) {
    test(`accepts ${JSON.stringify(file)}`, () => {
      const tree = language.parse(file);
      assert.deepEqual([...language.syntaxErrors(tree)], []);
      assert.deepEqual(runRule(rule, tree), []);
    });
  }
}

/** The edits of the preferred fix of each finding; what two fixes have in common counts once. */
function firstFixes(found: readonly Finding[]): readonly TextEdit[] {
  const edits = found.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const key = ({ span, newText }: TextEdit): string => `${span.start} ${span.end} ${newText}`;
  return [...new Map(edits.map((edit) => [key(edit), edit])).values()];
}

function sorted<T extends { readonly span: { readonly start: number }; readonly message: string }>(
  list: readonly T[],
): readonly T[] {
  return [...list].sort((a, b) => a.span.start - b.span.start || a.message.localeCompare(b.message));
}
