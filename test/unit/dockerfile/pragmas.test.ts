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

const file = 'FROM alpine:3 as One\nMAINTAINER x\n';

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
    lint('# x\n# check=skip=FromAsCasing\nFROM alpine:3 as One\n# check=skip=all\n\nMAINTAINER x\n'),
    ['3 StageNameCasing warning', '6 MaintainerDeprecated warning'],
  );
  // Of two the later counts, and its comment.
  assert.deepEqual(lint('FROM a:1\nCMD ["a"]\n# check=skip=MultipleInstructionsDisallowed\nCMD ["b"]\n'), []);
  assert.equal(
    lint('FROM a:1\n# check=skip=MultipleInstructionsDisallowed\nCMD ["a"]\nCMD ["b"]\n').length,
    1,
  );
});

test('they say nothing about the rules of others', () => {
  assert.deepEqual(lint('# check=skip=all;error=true\nFROM alpine:latest\n'), ['2 DL3007 information']);
});

test('what BuildKit refuses is not spared', () => {
  assert.deepEqual(lint('# check=skip=all\nFROM Alpine:3\n'), ['2 InvalidImageReference error']);
});

test('what is no instruction is reported once, as that', () => {
  assert.deepEqual(lint('FROM a:1\nRUN x &&\nmake\n'), ['3 UnknownInstruction error']);
});

test('hadolint’s rules are ignored by the comment right above an instruction', () => {
  const one = '1 DL3006 information';
  assert.deepEqual(lint('FROM debian\n'), [one]);
  for (const pragma of [
    '# hadolint ignore=DL3006',
    '#hadolint\tignore = DL3007 , DL3006 # why',
    '  # hadolint ignore=SC2154,DL3006 ',
    '# why\n# hadolint ignore=DL3006',
    '\r\n# hadolint ignore=DL3006\r',
  ])
    assert.deepEqual(lint(`${pragma}\nFROM debian\n`), [], pragma);
  for (const other of [
    '# hadolint ignore=DL3007',
    '# hadolint ignore=crazy,DL3006',
    '# hadolint ignore=DL3006 why',
    '# hadolint ignore=DL3006\n',
    '# hadolint ignore=DL3006\n# why',
    '# hadolintignore=DL3006',
    '# Hadolint ignore=DL3006',
  ])
    assert.equal(lint(`${other}\nFROM debian\n`).length, 1, other);
});

test('a stage’s and a file’s are ignored further', () => {
  const stages = 'FROM a:1 AS a\nUSER root\nFROM b:1\nUSER 0\n';
  assert.deepEqual(lint(stages), ['2 DL3002 information', '4 DL3002 information']);
  assert.deepEqual(lint(`# hadolint stage ignore=DL3002\n${stages}`), ['5 DL3002 information']);
  assert.deepEqual(lint(`${stages}\n# hadolint global ignore=DL3002,DL3006\n`), []);
  // As in hadolint, the stage's own FROM is none of what it holds for.
  assert.equal(lint('# hadolint stage ignore=DL3006\nFROM debian\n').length, 1);
});

test('a check of BuildKit’s is ignored by hadolint’s name for it', () => {
  assert.deepEqual(lint('# hadolint global ignore=DL4000\nFROM a:1\nMAINTAINER x\n'), []);
  const twice = (first: string, second: string): readonly string[] =>
    lint(`FROM a:1\n${first}CMD ["a"]\n${second}CMD ["b"]\nHEALTHCHECK NONE\nHEALTHCHECK NONE\n`);
  assert.equal(twice('', '').length, 2);
  assert.deepEqual(twice('# hadolint ignore=DL4003\n', ''), ['5 MultipleInstructionsDisallowed warning']);
  assert.deepEqual(twice('', '# hadolint ignore=DL4003\n'), ['5 MultipleInstructionsDisallowed warning']);
  assert.equal(twice('', '# hadolint ignore=DL4004\n').length, 2);
});
