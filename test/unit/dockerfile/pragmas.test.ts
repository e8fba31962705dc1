import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dockerfile } from '../../../language-server/dockerfile/language.ts';
import { findings } from '../../../language-server/lint/run.ts';

function lint(text: string): readonly string[] {
  const found = findings(dockerfile, dockerfile.parse(text), (error) => {
    throw error;
  });
  return found.map(
    ({ code, severity, span }) => `${text.slice(0, span.start).split('\n').length} ${code} ${severity}`,
  );
}

const file = 'FROM alpine as One\nMAINTAINER x\n';

test('checks are skipped as the file says', () => {
  assert.deepEqual(lint(file), [
    '1 StageNameCasing warning',
    '1 FromAsCasing warning',
    '2 MaintainerDeprecated warning',
  ]);
  assert.deepEqual(lint(`# check=skip=StageNameCasing,FromAsCasing\n${file}`), [
    '3 MaintainerDeprecated warning',
  ]);
  assert.deepEqual(lint(`# syntax=docker/dockerfile:1\n#check=skip=all\n${file}`), []);
  // The value ends at the first blank, and names are case-sensitive.
  assert.deepEqual(lint(`# check=skip=StageNameCasing, FromAsCasing;error=true\n${file}`), [
    '2 FromAsCasing warning',
    '3 MaintainerDeprecated warning',
  ]);
  assert.equal(lint(`# check=skip=stagenamecasing\n${file}`).length, 3);
  // Below another comment it is no directive, but one for the instruction below it.
  assert.deepEqual(lint(`# x\n# check=skip=all\n${file}`), ['4 MaintainerDeprecated warning']);
  assert.equal(lint(`# check=skip=all\n\n${file}`).length, 0);
  assert.equal(lint(`\n# check=skip=all\n\n${file}`).length, 3);
});

test('they are errors where the file says so', () => {
  assert.deepEqual(lint(`# check=error=true\n${file}`), [
    '2 StageNameCasing error',
    '2 FromAsCasing error',
    '3 MaintainerDeprecated error',
  ]);
});

test('an instruction is spared by the comment right above it', () => {
  assert.deepEqual(
    lint('# x\n# check=skip=FromAsCasing\nFROM alpine as One\n# check=skip=all\n\nMAINTAINER x\n'),
    ['3 StageNameCasing warning', '6 MaintainerDeprecated warning'],
  );
  // Of two the later counts, and its comment.
  assert.deepEqual(lint('FROM a\nCMD ["a"]\n# check=skip=MultipleInstructionsDisallowed\nCMD ["b"]\n'), []);
  assert.equal(lint('FROM a\n# check=skip=MultipleInstructionsDisallowed\nCMD ["a"]\nCMD ["b"]\n').length, 1);
});

test('they say nothing about the rules of others', () => {
  assert.deepEqual(lint('# check=skip=all;error=true\nFROM alpine:latest\n'), ['2 DL3007 information']);
});

test('what BuildKit refuses is not spared', () => {
  assert.deepEqual(lint('# check=skip=all\nFROM Alpine\n'), ['2 InvalidImageReference error']);
});

test('what is no instruction is reported once, as that', () => {
  assert.deepEqual(lint('FROM a\nRUN x &&\nmake\n'), ['3 UnknownInstruction error']);
});
