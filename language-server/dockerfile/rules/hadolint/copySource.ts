import { flagValue } from '../../analysis/stages.ts';
import type { Word } from '../../syntax/logicalLine.ts';
import type { Instruction } from '../../syntax/tree.ts';

/** What `COPY --from=…` names; nothing for other instructions. */
export function copySource(instruction: Instruction): Word | undefined {
  return instruction.name === 'COPY' ? flagValue(instruction, 'from') : undefined;
}
