import type { TextEdit } from '../../../text/edit.ts';
import type { RunCommand } from '../../shell/commands.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

export default hadolintRule({
  id: 'DL3004',
  hadolintSeverity: 'error',
  docs: `RUN is root already unless a USER says otherwise, so that \`sudo\` adds nothing but a program that passes on signals and
variables in its own way. Run what needs root before the USER instruction, or between \`USER root\` and the USER after it. An
entrypoint that gives up root starts its program by \`gosu\` or \`setpriv\`.`,
  bad: [
    {
      file: 'FROM debian:12\nRUN apt-get update && sudo apt-get upgrade -y\n                      ^^^^ RUN is root already where no USER says otherwise: leave out `sudo`, or switch by USER.\n',
      fixed: 'FROM debian:12\nRUN apt-get update && apt-get upgrade -y\n',
    },
    {
      file: 'FROM debian:12\nRUN sudo -u app make\n    ^^^^ RUN is root already where no USER says otherwise: leave out `sudo`, or switch by USER.\n',
    },
  ],
  good: ['FROM debian:12\nRUN apt-get install -y sudo && usermod -aG sudo app\n'],
  check: ({ commands, text }) =>
    runReports(
      commands
        .of('sudo')
        .map(
          (command): Objection => ({ command, token: command.programToken, edits: without(text, command) }),
        ),
      () => 'RUN is root already where no USER says otherwise: leave out `sudo`, or switch by USER.',
      { title: 'Remove sudo', safe: false },
    ),
});

function without(text: string, { run, programToken, arguments: args }: RunCommand): readonly TextEdit[] {
  const [next] = args;
  if (next === undefined || next.flags.length > 0 || run.exec) return [];
  const { start, end } = run.spanOf(programToken.start, programToken.end);
  const behind = run.spanOf(next.start, next.end).start;
  return /^[ \t]*$/.test(text.slice(end, behind)) ? [{ span: { start, end: behind }, newText: '' }] : [];
}
