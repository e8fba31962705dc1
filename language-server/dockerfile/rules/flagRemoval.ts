import type { Fix } from '../../lint/finding.ts';
import type { Flag, Instruction } from '../syntax/tree.ts';

/** The fix that takes away a flag with the white space behind it. */
export function flagRemoval(instruction: Instruction, flag: Flag, safe: boolean): readonly Fix[] {
  const { flags, rest, trivia } = instruction;
  const next = flags[flags.indexOf(flag) + 1]?.span ?? instruction.endOfFlags ?? rest.span;
  const { start, end } = flag.span;
  const between = trivia.some(({ span }) => span.start >= end && span.end <= next.start);
  const span = { start, end: between ? end : next.start };
  return [{ title: `Remove --${flag.name.text}`, edits: [{ span, newText: '' }], safe }];
}
