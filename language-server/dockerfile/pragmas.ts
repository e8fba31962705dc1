import type { Finding } from '../lint/finding.ts';
import {
  type CheckOptions,
  commentCheckOptions,
  fileCheckOptions,
  includes,
} from './analysis/checkOptions.ts';
import { type HadolintIgnores, hadolintIgnores } from './analysis/hadolintIgnores.ts';
import { instructionAt } from './analysis/instructionAt.ts';
import {
  type HadolintConfiguration,
  noHadolintConfiguration,
} from './configuration/hadolintConfiguration.ts';
import { rules } from './rules/index.ts';
import type { Instruction } from './syntax/tree.ts';
import type { DockerfileTree } from './tree.ts';

const noIgnores: HadolintIgnores = { has: () => false };

const checks: ReadonlySet<string> = new Set(
  rules.filter(({ source }) => source === 'buildkit').map(({ id }) => id),
);
const ruleNames: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/**
 * Leaves out what comments say: `# check=skip=…` of BuildKit's checks, at the top of the file or right above an
 * instruction, and `# hadolint ignore=…` of hadolint's rules, those too that are BuildKit's checks under another name. With
 * `error=true`, which fails the build for what BuildKit's checks find, those are errors. What is refused stays.
 */
export function applyPragmas(
  tree: DockerfileTree,
  findings: readonly Finding[],
  { ignoreComments }: Pick<HadolintConfiguration, 'ignoreComments'> = noHadolintConfiguration,
): readonly Finding[] {
  const file = fileCheckOptions(tree);
  const skips = skipsByComments(tree);
  const ignores = ignoreComments ? hadolintIgnores(tree) : noIgnores;
  return findings.flatMap((finding) => {
    const { code, aliases = [], span, related } = finding;
    if (!ruleNames.has(code)) return [finding];
    const instruction = instructionAt(tree.instructions, span.start);
    if (ignores.has([code, ...aliases], instruction)) return [];
    if (!checks.has(code)) return [finding];
    // Of two instructions of which one counts, the comments of that one do for BuildKit, and for hadolint both.
    const other = related?.[0]?.span.start;
    const decisive =
      code === 'MultipleInstructionsDisallowed' && other !== undefined
        ? instructionAt(tree.instructions, other)
        : instruction;
    if (decisive !== instruction && ignores.has(aliases, decisive)) return [];
    if (includes(file.skip, code) || skips(code, decisive)) return [];
    return [file.error ? { ...finding, severity: 'error' as const } : finding];
  });
}

/** Whether the comments right above an instruction skip a check; read once an instruction. */
function skipsByComments(
  tree: DockerfileTree,
): (code: string, instruction: Instruction | undefined) => boolean {
  const read = new Map<Instruction, CheckOptions>();
  return (code, instruction) => {
    if (instruction === undefined || instruction.comments.length === 0) return false;
    const options = read.get(instruction) ?? commentCheckOptions(tree.text, instruction.comments);
    read.set(instruction, options);
    return includes(options.skip, code);
  };
}
