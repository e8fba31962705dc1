import { insertedBehind } from '../../shell/commandEdits.ts';
import { hasFlag, type RunCommand } from '../../shell/commands.ts';
import type { DockerfileRule } from '../rule.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

/** A rule that wants the flag by which a package manager asks nothing. */
export function answerRule({
  programs,
  verbs,
  answers,
  flag,
  behind,
  ...texts
}: Pick<DockerfileRule, 'id' | 'docs' | 'bad' | 'good'> & {
  readonly programs: readonly string[];
  /** What it asks about. */
  readonly verbs: readonly string[];
  /** The flags by which it asks nothing, without dashes; or whether a command has such. */
  readonly answers: readonly string[] | ((command: RunCommand) => boolean);
  /** The flag that the fix adds. */
  readonly flag: string;
  /** Where it adds it. */
  readonly behind: 'program' | 'verb';
}): DockerfileRule {
  return hadolintRule({
    ...texts,
    hadolintSeverity: 'warning',
    *check({ commands }) {
      const asking = commands.of(...programs).flatMap((command): readonly Objection[] => {
        const verb = command.arguments.find(({ text }) => verbs.includes(text));
        const answered = typeof answers === 'function' ? answers(command) : hasFlag(command, ...answers);
        if (verb === undefined || answered) return [];
        const token = behind === 'verb' ? verb : command.programToken;
        return [{ command, edits: [insertedBehind(command, token, flag)] }];
      });
      yield* runReports(asking, ([first]) => message(first, verbs, flag), {
        title: `Add ${flag}`,
        safe: true,
      });
    },
  });
}

function message(first: Objection | undefined, verbs: readonly string[], flag: string): string {
  const verb = first?.command.arguments.find(({ text }) => verbs.includes(text))?.text ?? '';
  return `\`${first?.command.program ?? ''} ${verb}\` asks before it goes on, and in a build nobody answers. Add \`${flag}\`.`;
}
