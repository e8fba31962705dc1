import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runRules } from '../../../language-server/dockerfile/rules/hadolint/run.ts';
import { type DockerfileTree, parseDockerfile } from '../../../language-server/dockerfile/tree.ts';
import { runRule } from '../../../language-server/lint/run.ts';
import { applyEdits } from '../../../language-server/text/edit.ts';
import { contains } from '../../../language-server/text/span.ts';

const commands = fc.constantFrom(
  'apt-get update',
  'apt-get install "curl" git',
  'apt-get -q install \\\n  # why\n  make',
  'apt install a',
  'A=1 yum install b',
  'dnf install $C',
  'zypper in d',
  'apk add --virtual e f',
  'pip3 install g',
  'python -m pip install "h"',
  'sudo make',
  'cd /i',
  'cd "$J"',
  'useradd -u 1000000 k',
  'wget "https://l/$(cat m | wc -l)" > n',
  'yarn install',
  'true',
);
const joiners = fc.constantFrom(' && ', ' \\\n  && ', '; ', ' || ', ' | ', ' && \\\n  # why not\n  ', '&&');
const scripts = fc
  .array(fc.tuple(commands, joiners), { minLength: 1, maxLength: 5 })
  .map((pieces) =>
    pieces.map(([command, joiner], at) => command + (at + 1 < pieces.length ? joiner : '')).join(''),
  );
const runs = fc.oneof(
  scripts.map((script) => `RUN ${script}`),
  scripts.map((script) => `RUN (${script}) > x && echo "$(${script.replaceAll('\n', '\n ')})"`),
  scripts.map((script) => `ONBUILD RUN if ${script}; then ${script}; fi`),
  scripts.map((script) => `RUN <<EOF\n${script.replaceAll(/ \\\n *(?:# .*\n *)?/g, ' ')}\nEOF`),
  fc
    .array(commands.map((command) => command.replaceAll(/ \\\n *(?:# .*\n *)?/g, ' ')))
    .map((parts) => `RUN ${JSON.stringify(['sh', '-c', parts.join(' && ')])}`),
  commands.map((command) => `RUN ${JSON.stringify(command.split(/\s+/))}`),
);
const files = fc.array(runs, { minLength: 1, maxLength: 4 }).map((all) => `FROM debian\n${all.join('\n')}\n`);

test('findings of RUN lie in their instruction, and their fixes keep all other commands and all comments', () => {
  fc.assert(
    fc.property(files, (text) => {
      const tree = parseDockerfile(text);
      for (const rule of runRules) {
        for (const { span, fixes = [] } of runRule(rule, tree)) {
          assert.ok(
            tree.instructions.some((instruction) => contains(instruction.span, span)),
            `${rule.id} is reported outside of the instructions`,
          );
          for (const { edits } of fixes) {
            const fixed = parseDockerfile(applyEdits(text, edits));
            assert.deepEqual(commentsOf(fixed), commentsOf(tree), `${rule.id} loses a comment`);
            assert.deepEqual(
              keptBy(rule.id, fixed),
              keptBy(rule.id, tree),
              `${rule.id} changes other commands`,
            );
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

function commentsOf({ text }: DockerfileTree): readonly string[] {
  return [...text.matchAll(/# .*/g)].map(([comment]) => comment);
}

/** Each command as its program and operands, without those that the fix of a rule adds, removes or writes anew. */
function keptBy(id: string, { commands: { all } }: DockerfileTree): readonly string[] {
  const changed = changedBy[id];
  return all
    .map(({ program, arguments: args, command }) =>
      [
        ...command.assignments.map(({ text }) => text),
        ...[
          program,
          ...args
            .filter(({ text, flags }) => flags.length === 0 && !text.includes('$('))
            .map(({ text }) => text),
        ],
      ].join(' '),
    )
    .map((line) => (id === 'DL3027' ? line.replace(/^apt(?:-get|-cache)? /, 'apt ') : line))
    .map((line) => (id === 'DL3004' ? line.replace(/^sudo /, '') : line))
    .filter((line) => changed?.test(line) !== true);
}

const changedBy: Readonly<Record<string, RegExp>> = {
  DL3003: /^cd /,
  DL3009: /^rm /,
  DL3032: /^yum clean/,
  DL3036: /^zypper clean/,
  DL3040: /^dnf clean/,
  DL3060: /^yarn cache/,
};
