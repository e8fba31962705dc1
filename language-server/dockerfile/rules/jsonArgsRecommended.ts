import type { Fix, Report } from '../../lint/finding.ts';
import { alongLineage } from '../analysis/lineage.ts';
import type { Instruction } from '../syntax/tree.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'JSONArgsRecommended',
  aliases: ['DL3025'],
  docs: `In the shell form of CMD and ENTRYPOINT a shell stands between the engine and the program, and does not pass on the
signals that stop a container, so that \`docker stop\` waits and then kills it. The JSON form starts the program itself.
Where a shell is wanted, name it: \`["/bin/sh", "-c", "…"]\`, or with \`SHELL\`, which also ends this warning.`,
  bad: [
    {
      file: 'FROM alpine\nENTRYPOINT my-program start\n^^^^^^^^^^ JSON arguments recommended for ENTRYPOINT to prevent unintended behavior related to OS signals\n',
      fixed: 'FROM alpine\nENTRYPOINT ["my-program", "start"]\n',
    },
    {
      file: 'FROM alpine\nCMD echo "$HOME" && exit\n^^^ JSON arguments recommended for CMD to prevent unintended behavior related to OS signals\n',
      fixed: 'FROM alpine\nCMD ["/bin/sh", "-c", "echo \\"$HOME\\" && exit"]\n',
    },
  ],
  good: [
    'FROM alpine\nENTRYPOINT ["my-program", "start"]\nHEALTHCHECK CMD true\n',
    'FROM alpine AS a\nSHELL ["/bin/bash", "-c"]\nFROM a\nCMD echo hello\n',
  ],
  *check(tree) {
    const reports: Report[] = [];
    alongLineage<boolean>(tree, ({ instructions }, inherited) => {
      let hasShell = inherited === true;
      for (const instruction of instructions) {
        const { name, keyword, arguments: args } = instruction;
        if (name === 'SHELL' && args.form === 'json') hasShell = true;
        if ((name !== 'CMD' && name !== 'ENTRYPOINT') || args.form === 'json' || hasShell) continue;
        reports.push({
          span: keyword.span,
          message: `JSON arguments recommended for ${keyword.text} to prevent unintended behavior related to OS signals`,
          fixes: fixesFor(instruction),
        });
      }
      return hasShell;
    });
    yield* reports;
  },
});

/** None where lines or comments would be lost. */
function fixesFor({ arguments: args, trivia }: Instruction): readonly Fix[] {
  if (args.form !== 'text' || trivia.length > 0) return [];
  const { text, span } = args.text;
  const plain = /^[\w@%+=:,./-]+(?:[ \t]+[\w@%+=:,./-]+)*$/.test(text) && !/^\w+=/.test(text);
  const words = plain ? text.split(/[ \t]+/) : ['/bin/sh', '-c', text];
  const newText = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  const title = plain ? 'Use the JSON form' : 'Use the JSON form, with the shell';
  return [{ title, edits: [{ span, newText }], safe: false }];
}
