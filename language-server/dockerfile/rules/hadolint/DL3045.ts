import type { Report } from '../../../lint/finding.ts';
import { alongLineage } from '../../analysis/lineage.ts';
import type { Instruction } from '../../syntax/tree.ts';
import { argumentWords } from './argumentWords.ts';
import { hadolintRule } from './rule.ts';
import { unquoted } from './unquoted.ts';

export default hadolintRule({
  id: 'DL3045',
  hadolintSeverity: 'warning',
  docs: `A relative destination of COPY counts from the working directory. Without a WORKDIR in the Dockerfile that is the base
image’s, which is easily overlooked and may change. Set WORKDIR first, or copy to an absolute path.`,
  bad: [
    {
      file: 'FROM debian:12 AS a\nWORKDIR /app\nFROM debian:12\nCOPY app.js ./\n            ^^ No WORKDIR says where this is. Set one above, or copy to an absolute path.\n',
    },
    {
      file: 'ONBUILD COPY a "b"\n               ^^^ No WORKDIR says where this is. Set one above, or copy to an absolute path.\n',
    },
  ],
  good: [
    'FROM debian:12 AS a\nWORKDIR /app\nFROM a\nCOPY app.js ./\nONBUILD COPY b c\n',
    'FROM debian:12\nCOPY a "/b"\nCOPY a c:/b\nCOPY a D:\\\\b\nCOPY a $WHERE\n',
    'FROM debian:12\nONBUILD WORKDIR /app\nONBUILD COPY a b\n',
  ],
  *check(tree) {
    const reports: Report[] = [];
    visit(tree.preamble, false, reports);
    alongLineage<boolean>(tree, ({ instructions }, inherited) =>
      visit(instructions, inherited === true, reports),
    );
    yield* reports;
  },
});

/** Whether the working directory is known behind the instructions. */
function visit(instructions: readonly Instruction[], inherited: boolean, reports: Report[]): boolean {
  let isSet = inherited;
  let isSetLater = false;
  for (const outer of instructions) {
    const { arguments: args } = outer;
    const instruction = args.form === 'instruction' ? args.instruction : outer;
    if (instruction.name === 'WORKDIR') {
      if (instruction.trigger) isSetLater = true;
      else isSet = true;
    }
    if (instruction.name !== 'COPY' || isSet || (instruction.trigger && isSetLater)) continue;
    const words = argumentWords(instruction);
    const destination = words.length > 1 ? words.at(-1) : undefined;
    if (destination === undefined || /^(?:[/$]|.:[\\/])/.test(unquoted(destination.text))) continue;
    reports.push({
      span: destination.span,
      message: 'No WORKDIR says where this is. Set one above, or copy to an absolute path.',
    });
  }
  return isSet;
}
