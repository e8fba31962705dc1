import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDockerfile } from '../../../language-server/dockerfile/tree.ts';

/** What stands in the file for each command of each RUN. */
function commandsOf(text: string): readonly (readonly string[])[] {
  return parseDockerfile(text).scripts.map(({ script, spanOf }) =>
    script.commands.map(({ start, end }) => {
      const span = spanOf(start, end);
      return text.slice(span.start, span.end);
    }),
  );
}

test('commands stand where they are written, over continuations and comments too', () => {
  assert.deepEqual(commandsOf('FROM a\nRUN apt-get update \\\n # why\n && apt-get \\\n\n install x\n'), [
    ['apt-get update', 'apt-get \\\n\n install x'],
  ]);
});

test('flags are no part of the script, and the exec form is one command', () => {
  assert.deepEqual(commandsOf('FROM a\nRUN --mount=type=cache,target=/x make all\nRUN ["make", "all"]\n'), [
    ['make all'],
    ['"make", "all"'],
  ]);
});

test('what a shell is given in the exec form is a script of that shell', () => {
  const text =
    'FROM a\nRUN ["/bin/bash", "-o", "pipefail", "-ec", "a \\"b c\\" && d"]\nRUN ["env", "-c", "a"]\n';
  assert.deepEqual(commandsOf(text), [['a \\"b c\\"', 'd'], ['"env", "-c", "a"']]);
  const shells = parseDockerfile(text).scripts.map(({ shell }) => shell.join(' '));
  assert.deepEqual(shells, ['/bin/bash -o pipefail -ec', '/bin/sh -c']);
});

test('a here-document is the script where no command takes it', () => {
  assert.deepEqual(commandsOf('FROM a\nRUN <<EOF\na\nb && c\nEOF\nRUN cat <<EOF > x\nd\nEOF\n'), [
    ['a', 'b', 'c'],
    ['cat <<EOF > x'],
  ]);
});

test('scripts that no POSIX shell reads have no commands', () => {
  const powershell = 'SHELL ["powershell", "-Command"]\nRUN a\nSHELL ["/bin/bash", "-c"]\nRUN b\n';
  assert.deepEqual(commandsOf(`FROM a\n${powershell}`), [[], ['b']]);
  assert.deepEqual(commandsOf('FROM a\nRUN <<EOF\n#!/usr/bin/env python\nprint()\nEOF\n'), [[]]);
  assert.deepEqual(commandsOf('FROM a\nRUN <<EOF\n#!/usr/bin/env bash\nx\nEOF\n'), [['x']]);
});

test('SHELL holds for the stages that build on its stage, and not for others', () => {
  const shells = parseDockerfile(
    'FROM a AS b\nSHELL ["/bin/bash", "-c"]\nRUN x\nFROM b\nRUN y\nFROM a\nRUN z\n',
  ).scripts.map(({ shell }) => shell[0]);
  assert.deepEqual(shells, ['/bin/bash', '/bin/bash', '/bin/sh']);
});

test('ONBUILD keeps a RUN for later', () => {
  assert.deepEqual(commandsOf('FROM a\nONBUILD RUN x && y\n'), [['x', 'y']]);
});

test('a RUN before the first FROM has a script too', () => {
  assert.deepEqual(commandsOf('RUN a && b\nFROM x\nRUN c\n'), [['a', 'b'], ['c']]);
});

test('a comment for hadolint says which shell a stage has, until SHELL does', () => {
  const text =
    'FROM a\nRUN a\n# hadolint shell=powershell # Windows\nRUN b; c\nRUN d\nSHELL ["/bin/bash", "-c"]\nRUN e; f\nFROM b\nRUN g\n';
  assert.deepEqual(commandsOf(text), [['a'], [], [], ['e', 'f'], ['g']]);
});
