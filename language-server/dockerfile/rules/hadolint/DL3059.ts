import type { Fix } from '../../../lint/finding.ts';
import type { RunScript } from '../../shell/runScripts.ts';
import type { Instruction } from '../../syntax/tree.ts';
import type { DockerfileTree } from '../../tree.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3059',
  hadolintSeverity: 'info',
  docs: `Each RUN makes a layer. Where RUNs of one command each follow one another, one RUN that joins the commands with \`&&\` makes
one. RUNs with different flags, or with several commands in one of them, are taken to be apart on purpose.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN ./configure\n# Then\nRUN make\n^^^ This RUN follows another one of a single command. Join them with &&.\n\nRUN make install\n^^^ This RUN follows another one of a single command. Join them with &&.\n',
      fixed: 'FROM debian:12\nRUN ./configure \\\n# Then\n    && make \\\n    && make install\n',
    },
  ],
  good: [
    'FROM debian:12\nRUN ./configure\nWORKDIR /x\nRUN make\n',
    'FROM debian:12\nRUN ./configure && make\nRUN make install\n',
    'FROM debian:12\nRUN make\nRUN a | b\nRUN --network=none make test\n',
  ],
  *check(tree) {
    const counts = commandCounts(tree.scripts);
    let last: Instruction | undefined;
    let single = false;
    for (const instruction of tree.instructions) {
      const follows = last;
      last = instruction.name === 'RUN' ? instruction : undefined;
      if (last === undefined) continue;
      const alone = (counts.get(instruction) ?? 0) < 2;
      const same = follows !== undefined && flagsOf(follows) === flagsOf(instruction);
      if (follows !== undefined && same && alone && single) {
        yield {
          span: instruction.keyword.span,
          message: 'This RUN follows another one of a single command. Join them with &&.',
          fixes: join(follows, instruction, tree),
        };
      } else single = alone;
    }
  },
});

function commandCounts(scripts: readonly RunScript[]): ReadonlyMap<Instruction, number> {
  const counts = new Map<Instruction, number>();
  for (const { instruction, script } of scripts)
    counts.set(instruction, (counts.get(instruction) ?? 0) + script.commands.length);
  return counts;
}

function flagsOf({ flags }: Instruction): string {
  if (flags.length === 0) return '';
  return flags
    .map(({ name, value }) => `${name.text}=${value?.text ?? ''}`)
    .sort()
    .join(' ');
}

/** Makes the second go on where the first ends. Comments between them may stay, empty lines may not. */
function join(
  first: Instruction,
  second: Instruction,
  { text, escapeToken }: DockerfileTree,
): readonly Fix[] {
  if (!isPlain(first) || !isPlain(second)) return [];
  const gap = { start: first.span.end, end: second.rest.span.start };
  const comments = text
    .slice(gap.start, second.span.start)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
  const newText = ` ${escapeToken}\n${comments}    && `;
  return [{ title: 'Join with the RUN above', edits: [{ span: gap, newText }], safe: false }];
}

/** A command line that another can be joined to as it is. */
function isPlain({ arguments: args, heredocs }: Instruction): boolean {
  return args.form === 'text' && heredocs.length === 0 && !/(?:^|\s)#|[&;|]\s*$|^\s*$/.test(args.text.text);
}
