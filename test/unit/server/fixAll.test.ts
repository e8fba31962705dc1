import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, Fix } from '../../../language-server/lint/finding.ts';
import { safeEdits } from '../../../language-server/server/fixAll.ts';
import { applyEdits, type TextEdit } from '../../../language-server/text/edit.ts';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

const finding = (at: number, ...fixes: Fix[]): Finding => ({
  code: 'X',
  severity: 'warning',
  message: 'x',
  span: { start: at, end: at + 1 },
  fixes,
});

const safe = (...edits: TextEdit[]): Fix => ({ title: 'Fix', safe: true, edits });
const unsafe = (...edits: TextEdit[]): Fix => ({ title: 'Fix', safe: false, edits });

const fixed = (text: string, ...findings: Finding[]): string => applyEdits(text, safeEdits(findings));

test('all safe fixes are applied, wherever their edits lie', () => {
  assert.equal(
    fixed('abcdef', finding(4, safe(edit(4, 5, 'E'))), finding(0, safe(edit(0, 1, 'A'), edit(5, 6, 'F')))),
    'AbcdEF',
  );
});

test('only the preferred fix counts, and only when it is safe', () => {
  assert.equal(fixed('ab', finding(0, unsafe(edit(0, 1, '-')), safe(edit(0, 1, '+'))), finding(1)), 'ab');
});

test('of two fixes that want the same text, that of the earlier finding is applied, the other not at all', () => {
  assert.equal(
    fixed('abcdef', finding(2, safe(edit(2, 4, '-'), edit(5, 6, '!'))), finding(1, safe(edit(1, 3, '+')))),
    'a+def',
  );
});

test('an edit that two fixes share is made once', () => {
  assert.equal(
    fixed('abcd', finding(0, safe(edit(1, 2, ''))), finding(1, safe(edit(1, 2, ''), edit(3, 4, 'D')))),
    'acD',
  );
});

test('neighbours that replace go together, an insertion at their edge does not', () => {
  assert.equal(fixed('abcd', finding(0, safe(edit(0, 2, '1'))), finding(2, safe(edit(2, 4, '2')))), '12');
  assert.equal(fixed('abcd', finding(0, safe(edit(0, 2, '1'))), finding(2, safe(edit(2, 2, '+')))), '1cd');
});

test('insertions of one fix at one place keep their order', () => {
  assert.equal(fixed('ab', finding(0, safe(edit(1, 1, '1'), edit(1, 1, '2')))), 'a12b');
});

test('ten thousand findings are not compared with each other', () => {
  const text = 'ab'.repeat(10_000);
  const findings = Array.from({ length: 10_000 }, (_, i) =>
    finding(2 * i, safe(edit(2 * i, 2 * i + 1, 'A'))),
  );
  assert.equal(fixed(text, ...findings), 'Ab'.repeat(10_000));
});
