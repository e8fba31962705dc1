import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  noHadolintConfiguration,
  readHadolintConfiguration,
} from '../../../language-server/dockerfile/configuration/hadolintConfiguration.ts';
import { dockerfile } from '../../../language-server/dockerfile/language.ts';
import { findings } from '../../../language-server/lint/run.ts';

/** What is found in `text` with `.hadolint.yaml` saying `settings`. */
function lint(settings: string, text: string): readonly string[] {
  const language = dockerfile.withSettings?.(settings) ?? assert.fail();
  return findings(language, language.parse(text), assert.ifError).map(
    ({ code, severity }) => `${code} ${severity}`,
  );
}

test('all of it is read', () => {
  const configuration = readHadolintConfiguration(`
failure-threshold: info
ignored: [DL3000, SC1010]
trustedRegistries: docker.io
label-schema: { author: text, contact: email, other: "", wrong: nonsense }
strict-labels: true
disable-ignore-pragma: true
override:
  error: [DL3001]
  style: [DL3001, DL3015]
`);
  assert.deepEqual(configuration, {
    ignored: new Set(['DL3000', 'SC1010']),
    severities: new Map([
      ['DL3001', 'error'],
      ['DL3015', 'hint'],
    ]),
    trustedRegistries: ['docker.io'],
    labelSchema: new Map([
      ['author', 'text'],
      ['contact', 'email'],
      ['other', 'text'],
    ]),
    strictLabels: true,
    ignoreComments: false,
  });
});

test('what can’t be read says nothing', () => {
  for (const text of ['', '- a', 'x', '{', 'ignored: {a: b}\noverride: 3\nlabel-schema: [a]', '\0', 'a: *b'])
    assert.deepEqual(readHadolintConfiguration(text), noHadolintConfiguration, text);
});

const file = 'FROM debian\nMAINTAINER me\nUSER root\n';

test('rules are ignored, and given other severities, by hadolint’s names', () => {
  assert.deepEqual(lint('', file), [
    'MaintainerDeprecated warning',
    'DL3002 information',
    'DL3006 information',
    'DL3066 hint',
  ]);
  assert.deepEqual(lint('ignored: [DL3006, DL4000, DL3066]', file), ['DL3002 information']);
  assert.deepEqual(lint('override: {error: [DL3002], info: [DL3006, DL4000], style: [DL3066]}', file), [
    'MaintainerDeprecated information',
    'DL3002 error',
    'DL3006 information',
    'DL3066 hint',
  ]);
});

test('a rule that is off is on where it is given a severity', () => {
  assert.deepEqual(lint('override: {warning: [DL3057]}', 'FROM debian:12\n'), ['DL3057 warning']);
});

test('ignore comments count unless it says that they do not', () => {
  const text = '# hadolint ignore=DL3006\nFROM debian\n# check=skip=all\nMAINTAINER me\n';
  assert.deepEqual(lint('{}', text), []);
  assert.deepEqual(lint('disable-ignore-pragma: true', text), ['DL3006 information']);
});
