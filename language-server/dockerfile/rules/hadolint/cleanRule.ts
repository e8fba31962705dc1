import { hasCacheMount } from '../../shell/cacheMounts.ts';
import { appendedCommand } from '../../shell/commandEdits.ts';
import { byScript, hasArgument, type RunCommand } from '../../shell/commands.ts';
import type { DockerfileTree } from '../../tree.ts';
import type { DockerfileRule } from '../rule.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

/** A rule that wants the package manager's cache emptied in the RUN that fills it. */
export function cleanRule({
  programs,
  verbs,
  cleans,
  cleanUp,
  mounts = [],
  ...texts
}: Pick<DockerfileRule, 'id' | 'docs' | 'bad' | 'good'> & {
  readonly programs: readonly string[];
  /** What fills the cache. */
  readonly verbs: readonly string[];
  /** Whether a command empties the cache of a program. */
  cleans(command: RunCommand, program: string): boolean;
  /** What empties it. */
  cleanUp(program: string): string;
  /** A cache or tmpfs mounted on a path with one of these in it keeps the cache out of the image. */
  readonly mounts?: readonly string[];
}): DockerfileRule {
  return hadolintRule({
    ...texts,
    hadolintSeverity: 'warning',
    check: (tree) =>
      runReports(
        programs.flatMap((program) => leftBy(tree, program)),
        ([first]) => {
          const program = first?.command.program ?? '';
          return `${program} leaves what it has downloaded in the image. Run \`${cleanUp(program)}\` behind it, in the same RUN.`;
        },
        { title: 'Empty the cache in the same RUN', safe: false },
      ),
  });

  function leftBy({ commands, text }: DockerfileTree, program: string): readonly Objection[] {
    return byScript(commands.of(program, 'rm')).flatMap(([run, own]) => {
      const installs = own.filter((command) => command.program === program && hasArgument(command, ...verbs));
      const [first] = installs;
      const last = installs.at(-1);
      if (first === undefined || last === undefined) return [];
      if (own.some((command) => command.index > first.index && cleans(command, program))) return [];
      if (mounts.some((part) => hasCacheMount(run.instruction, part))) return [];
      const edit = appendedCommand(text, last, cleanUp(program));
      return [{ command: first, edits: edit === undefined ? [] : [edit] }];
    });
  }
}
