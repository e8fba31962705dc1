import type { Span } from '../../text/span.ts';
import type { Word } from '../syntax/logicalLine.ts';
import type { Instruction, SyntaxTree } from '../syntax/tree.ts';

/** A build stage: a FROM and what follows it. */
export interface Stage {
  /** Its number, by which `COPY --from=0` names it. */
  readonly index: number;
  readonly from: Instruction;
  /** The image or stage that it builds on, as written. */
  readonly base?: Word;
  /** The word between the two, such as `AS`. */
  readonly as?: Word;
  readonly name?: Word;
  /** What follows FROM. */
  readonly instructions: readonly Instruction[];
  /** From FROM to the end of its last instruction. */
  readonly span: Span;
}

export interface Stages {
  readonly stages: readonly Stage[];
  /** What stands before the first FROM: ARGs, and what may not stand there. */
  readonly preamble: readonly Instruction[];
}

/** Splits a file at its FROMs. */
export function stagesOf({ instructions }: SyntaxTree): Stages {
  const starts = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []));
  const stages = starts.map((start, index): Stage => {
    const own = instructions.slice(start, starts[index + 1] ?? instructions.length);
    const [from, ...others] = own;
    if (from === undefined) throw new Error('A stage starts with its FROM.');
    const words = from.arguments.form === 'words' ? from.arguments.words : [];
    const [base, second, third] = words;
    const as = second !== undefined && /^as$/i.test(second.text) ? second : undefined;
    return {
      index,
      from,
      ...(base === undefined ? {} : { base }),
      ...(as === undefined ? {} : { as }),
      ...(as === undefined || third === undefined ? {} : { name: third }),
      instructions: others,
      span: { start: from.span.start, end: (own.at(-1) ?? from).span.end },
    };
  });
  return { stages, preamble: instructions.slice(0, starts[0] ?? instructions.length) };
}

/** The value of the flag that an instruction has first of that name. */
export function flagValue({ flags }: Instruction, name: string): Word | undefined {
  return flags.find((flag) => flag.name.text === name)?.value;
}
