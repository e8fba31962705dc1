import type { TextEdit } from '../../../text/edit.ts';
import type { RunCommand } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3003',
  hadolintSeverity: 'warning',
  docs: `\`cd\` holds until its RUN ends, so that each RUN has to begin with it, and a reader has to look for where things happen.
\`WORKDIR\` holds for all that follows, makes the folder where there is none, and is where containers start.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN cd /opt/app \\\n    ^^^^^^^^^^^ `cd` holds for this RUN alone. Use WORKDIR, which holds for all that follow.\n    && make \\\n    && make install\n',
      fixed: 'FROM debian:12\nWORKDIR /opt/app\nRUN make \\\n    && make install\n',
    },
    {
      file: 'FROM debian:12\nRUN make; (cd "$DIR" && make install)\n           ^^^^^^^^^ `cd` holds for this RUN alone. Use WORKDIR, which holds for all that follow.\n',
    },
    {
      file: 'FROM debian:12\nRUN cd /opt/app \\\n    ^^^^^^^^^^^ `cd` holds for this RUN alone. Use WORKDIR, which holds for all that follow.\n    # all of it\n    && make\n',
    },
  ],
  good: ['FROM debian:12\nWORKDIR /opt/app\nRUN make cd && echo cd\nONBUILD RUN cd /opt && make\n'],
  check: ({ commands, text }) => {
    const found = commands.of('cd').filter(({ run }) => run.instruction === run.outer);
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    return runReports(
      found.map((command): Objection => ({ command, edits: workdirBefore(text, command, lineBreak) })),
      () => '`cd` holds for this RUN alone. Use WORKDIR, which holds for all that follow.',
      { title: 'Move it to a WORKDIR', safe: false },
    );
  },
});

/** Only for the `cd` that a RUN starts with, where nothing is lost. */
function workdirBefore(
  text: string,
  { run, command, arguments: args }: RunCommand,
  lineBreak: string,
): readonly TextEdit[] {
  const [first, next] = run.script.commands;
  const [folder, ...others] = args;
  if (command !== first || next?.joiner !== '&&' || folder?.literal !== true || others.length > 0) return [];
  const { instruction } = run;
  const { start } = instruction.span;
  const { end } = run.spanOf(command.start, command.end);
  const target = run.spanOf(next.start, next.end).start;
  const plain = /^[\w./-]+$/.test(folder.text) && /^[\s\\`]*&&[\s\\`]*$/.test(text.slice(end, target));
  if (
    !plain ||
    instruction.arguments.form !== 'text' ||
    instruction.flags.length > 0 ||
    instruction.heredocs.length > 0
  )
    return [];
  const newText = `WORKDIR ${folder.text}${lineBreak}${instruction.keyword.text} `;
  return [{ span: { start, end: target }, newText }];
}
