import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutPlaceholders } from '../../../language-server/server/snippet.ts';

for (const [snippet, text] of [
  ['FROM $0', 'FROM '],
  ['FROM ${1:alpine} AS ${2:build}$0', 'FROM alpine AS build'],
  ['--network=${1|default,none,host|}', '--network=default'],
  ['CMD ["${1:sh}"]', 'CMD ["sh"]'],
  ['ENV A=\\${HOME\\}', 'ENV A=${HOME}'],
  ['${1:a${2:b}c}', 'abc'],
  ['${1}x', 'x'],
  ['no placeholder', 'no placeholder'],
] as const) {
  test(`"${snippet}" is "${text}" where snippets can't be expanded`, () => {
    assert.equal(withoutPlaceholders(snippet), text);
  });
}
