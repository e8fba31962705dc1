import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hasCacheMount } from '../../../language-server/dockerfile/shell/cacheMounts.ts';
import { appendedCommand, insertedBehind } from '../../../language-server/dockerfile/shell/commandEdits.ts';
import {
  countFlag,
  hasFlag,
  hasSequence,
  operands,
  pipInstalls,
  type RunCommand,
} from '../../../language-server/dockerfile/shell/commands.ts';
import { parseDockerfile } from '../../../language-server/dockerfile/tree.ts';
import { applyEdits } from '../../../language-server/text/edit.ts';

function treeOf(script: string): ReturnType<typeof parseDockerfile> {
  return parseDockerfile(`FROM a\nRUN ${script}\n`);
}

function only(script: string): RunCommand {
  const [command, ...others] = treeOf(script).commands.all;
  assert.ok(command !== undefined && others.length === 0, `not one command: ${script}`);
  return command;
}

describe('the program of a command', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'apt-get update && curl x': ['apt-get', 'curl'],
    '"apt-get" update; \'c\'url x': ['apt-get', 'curl'],
    'sudo apt-get update': ['sudo'],
    '/usr/bin/apt-get update': ['/usr/bin/apt-get'],
    'A=1 make': ['make'],
    'A=1': [],
    '$MAKE all; `which make` all': ['which'],
    'command cd /x; builtin cd /y; busybox wget x': ['cd', 'cd', 'wget'],
    'command -v curl; busybox': ['command', 'busybox'],
    'exec top; exec -a name ps; exec -c': ['top', 'ps', 'exec'],
  };
  for (const [script, programs] of Object.entries(cases)) {
    test(script, () =>
      assert.deepEqual(
        treeOf(script).commands.all.map(({ program }) => program),
        programs,
      ),
    );
  }

  test('finds commands in the order of the text, whichever of several programs they run', () => {
    const { commands } = treeOf('b 1 && a 2 && c && b 3');
    const found = commands.of('a', 'b').map(({ program, arguments: args }) => program + args[0]?.text);
    assert.deepEqual(found, ['b1', 'a2', 'b3']);
    assert.deepEqual(commands.of('d'), []);
  });
});

describe('flags', () => {
  test('long ones are named without their value, each letter of short ones is one', () => {
    const command = only('x -yq --name=value --other - -- z');
    assert.deepEqual(
      command.arguments.map(({ flags }) => flags.join(' ')),
      ['y q', 'name', 'other', '', '', ''],
    );
    assert.ok(hasFlag(command, 'a', 'q'));
    assert.ok(!hasFlag(command, 'yq'));
  });

  test('are counted', () => {
    const command = only('x -qq -q --quiet');
    assert.equal(countFlag(command, 'q'), 3);
    assert.equal(countFlag(command, 'quiet'), 1);
  });

  test('and the values that they take are no operands', () => {
    const command = only('x -t a --target b --target=c -y d - -- e');
    assert.deepEqual(
      operands(command, ['t', 'target']).map(({ text }) => text),
      ['d', 'e'],
    );
  });

  test('a sequence stands together', () => {
    const command = only('python -m pip install x');
    assert.ok(hasSequence(command, '-m', 'pip'));
    assert.ok(!hasSequence(command, '-m', 'install'));
  });
});

test('pip installs by any of its names, and by python', () => {
  const { commands } = treeOf(
    'pip install a; pip3.12 install b; pipx install c; pipenv install d; python3 -m pip install e; pip list; python x install',
  );
  assert.deepEqual(
    pipInstalls(commands).map(({ arguments: args }) => args.at(-1)?.text),
    ['a', 'b', 'e'],
  );
});

test('a cache or a tmpfs keeps a path out of the image, and other mounts do not', () => {
  const mounted = (flags: string): boolean =>
    hasCacheMount(only(`${flags} x`).run.instruction, '/var/cache/apk');
  assert.ok(mounted('--mount=type=cache,target=/var/cache/apk'));
  assert.ok(mounted('--mount=type=secret,id=a --mount=type=tmpfs,dst=/var/cache/apk/x'));
  assert.ok(!mounted('--mount=type=cache,target=/var/cache/apt'));
  assert.ok(!mounted('--mount=type=bind,target=/var/cache/apk'));
  assert.ok(!mounted(''));
});

describe('a command is appended', () => {
  const append = (script: string, index: number): string => {
    const tree = treeOf(script);
    const command = tree.commands.all[index];
    assert.ok(command !== undefined);
    const edit = appendedCommand(tree.text, command, 'z');
    return edit === undefined ? '' : applyEdits(tree.text, [edit]).slice('FROM a\nRUN '.length, -1);
  };
  const cases: readonly (readonly [script: string, index: number, wanted: string])[] = [
    ['a', 0, 'a && z'],
    ['a && b', 1, 'a && b && z'],
    ['a \\\n && b \\\n x; c', 1, 'a \\\n && b \\\n x \\\n && z; c'],
    ['a && \\\n  # why\n  b', 1, 'a && \\\n  # why\n  b && z'],
    ['<<E\na\n  b > c\nE', 1, '<<E\na\n  b > c\n  z\nE'],
    ['if a; then b; fi', 1, 'if a; then b && z; fi'],
    ['a | b', 0, ''],
    ['a $(b)', 1, ''],
    ['["a"]', 0, ''],
  ];
  for (const [script, index, wanted] of cases)
    test(JSON.stringify(script), () => assert.equal(append(script, index), wanted));
});

test('a word is put behind another, as a string of its own in the exec form', () => {
  for (const [script, wanted] of [
    ['a b \\\n c', 'a -y b \\\n c'],
    ['["a", "b"]', '["a", "-y", "b"]'],
  ] as const) {
    const command = only(script);
    const { text } = treeOf(script);
    const edit = insertedBehind(command, command.programToken, '-y');
    assert.equal(applyEdits(text, [edit]), `FROM a\nRUN ${wanted}\n`);
  }
});
