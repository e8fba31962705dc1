import type { Finding } from '../lint/finding.ts';
import {
  type CheckOptions,
  commentCheckOptions,
  fileCheckOptions,
  includes,
} from './analysis/checkOptions.ts';
import { instructionAt } from './analysis/instructionAt.ts';
import { rules } from './rules/index.ts';
import type { Instruction } from './syntax/tree.ts';
import type { DockerfileTree } from './tree.ts';

const checks: ReadonlySet<string> = new Set(
  rules.filter(({ source }) => source === 'buildkit').map(({ id }) => id),
);

/**
 * Leaves out what `# check=skip=…` says, at the top of the file or in a comment right above an instruction; with
 * `error=true`, which fails the build for what BuildKit's checks find, those are errors.
 */
export function applyPragmas(tree: DockerfileTree, findings: readonly Finding[]): readonly Finding[] {
  const file = fileCheckOptions(tree);
  const own = new Map<Instruction, CheckOptions>();
  const optionsAt = (offset: number): CheckOptions | undefined => {
    const instruction = instructionAt(tree.instructions, offset);
    if (instruction === undefined || instruction.comments.length === 0) return undefined;
    const known = own.get(instruction) ?? commentCheckOptions(tree.text, instruction.comments);
    own.set(instruction, known);
    return known;
  };
  return findings.flatMap((finding) => {
    const { code, span, related } = finding;
    if (!checks.has(code)) return [finding];
    // Of two instructions of which one counts, the options of that one do.
    const at =
      code === 'MultipleInstructionsDisallowed' ? (related?.[0]?.span.start ?? span.start) : span.start;
    const options = optionsAt(at);
    if (includes(file.skip, code) || (options !== undefined && includes(options.skip, code))) return [];
    return [file.error ? { ...finding, severity: 'error' as const } : finding];
  });
}
