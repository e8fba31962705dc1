import type { Document } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import { instructionAt } from '../analysis/instructionAt.ts';
import { offsetIn, sourceAt } from '../syntax/logicalLine.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';

/** Where in an instruction a cursor stands, with what is written before it. */
export interface Place {
  readonly document: Document<DockerfileTree>;
  readonly offset: number;
  /** The trigger of an ONBUILD where the cursor is in it. */
  readonly instruction: Instruction;
  /** From the instruction's keyword to the cursor. */
  readonly before: string;
  /** Offset of the keyword in the logical line. */
  readonly start: number;
}

/** The place of a cursor in an instruction; none in comments, here-documents and between instructions. */
export function placeAt(document: Document<DockerfileTree>, offset: number): Place | undefined {
  const outer = instructionAt(document.tree.instructions, offset);
  if (outer === undefined) return undefined;
  const inside = ({ start, end }: Span): boolean => start <= offset && offset < end;
  const comment = outer.trivia.some(({ kind, span }) => kind === 'comment' && inside(span));
  if (comment || outer.heredocs.some(({ body }) => body.start <= offset)) return undefined;
  const at = offsetIn(outer.line, offset);
  const { arguments: args } = outer;
  const inner = args.form === 'instruction' && at >= args.instruction.keyword.at ? args.instruction : outer;
  const start = inner.keyword.at;
  return { document, offset, instruction: inner, before: inner.line.text.slice(start, at), start };
}

/** What an edit replaces: the last `length` characters before the cursor, where they are on its line. */
export function typed({ document, offset, instruction, before, start }: Place, length: number): Span {
  const from = sourceAt(instruction.line, start + before.length - length);
  const whole = { start: Math.min(from, offset), end: offset };
  return document.text.slice(whole.start, whole.end).includes('\n') ? { start: offset, end: offset } : whole;
}
