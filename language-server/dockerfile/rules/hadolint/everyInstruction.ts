import type { Instruction } from '../../syntax/tree.ts';
import type { DockerfileTree } from '../../tree.ts';

/**
 * All instructions in order, those before the first FROM too, and what an ONBUILD keeps in its place: hadolint judges each
 * where it stands, whether BuildKit would get as far or not.
 */
export function* everyInstruction({ instructions }: DockerfileTree): Iterable<Instruction> {
  for (const instruction of instructions) {
    const { arguments: args } = instruction;
    yield args.form === 'instruction' ? args.instruction : instruction;
  }
}
