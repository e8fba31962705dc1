import {
  type Argument,
  type Commands,
  hasArgument,
  operands,
  type RunCommand,
} from '../../shell/commands.ts';
import type { DockerfileRule } from '../rule.ts';
import { hadolintRule } from './rule.ts';
import { type Objection, runReports } from './runReports.ts';

/** A rule that wants versions of what a package manager installs. */
export function pinRule({
  pinned,
  unpinned,
  ...texts
}: Pick<DockerfileRule, 'id' | 'docs' | 'bad' | 'good'> & {
  /** How a package is written with its version. */
  pinned(name: string): string;
  unpinned(commands: Commands): Iterable<Objection>;
}): DockerfileRule {
  return hadolintRule({
    ...texts,
    hadolintSeverity: 'warning',
    check: ({ commands }) =>
      runReports(unpinned(commands), (all) => {
        const names = [...new Set(all.map(({ token }) => token?.text ?? ''))];
        const [first = ''] = names;
        const have = names.length === 1 ? 'has' : 'have';
        return `${listed(names)} ${have} no version, so that another build may install another one. Write \`${pinned(first)}\`.`;
      }),
  });
}

/** The packages without a version that commands install which have one of the verbs among their words. */
export function* unpinnedPackages(
  commands: readonly RunCommand[],
  {
    verbs,
    valued = [],
    isPinned,
  }: {
    readonly verbs: readonly string[];
    /** The flags that take a value. */
    readonly valued?: readonly string[];
    isPinned(name: string): boolean;
  },
): Iterable<Objection> {
  for (const command of commands) {
    if (!hasArgument(command, ...verbs)) continue;
    for (const token of operands(command, valued))
      if (!verbs.includes(token.text) && !isPinned(token.text)) yield { command, token };
  }
}

/** The operands behind the first `install`. */
export function behindInstall(args: readonly Argument[]): readonly Argument[] {
  const at = args.findIndex(({ text }) => text === 'install');
  return at < 0 ? [] : args.slice(at + 1);
}

const shown = 3;

function listed(names: readonly string[]): string {
  const quoted = names.slice(0, shown).map((name) => `\`${name}\``);
  const rest = names.length - quoted.length;
  if (rest > 0) return `${quoted.join(', ')} and ${rest} more`;
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} and ${last}`;
}
