import type { Span } from '../../text/span.ts';
import type { Word } from '../syntax/logicalLine.ts';
import type { Flag, Instruction } from '../syntax/tree.ts';
import { mountOptions } from './mounts.ts';
import type { Stage } from './stages.ts';
import type { Variables } from './variable.ts';

/** A place that names a stage, or an image in its stead. */
export interface StageReference {
  readonly kind: 'from' | 'copy' | 'mount';
  readonly instruction: Instruction;
  /** The stage that it stands in. */
  readonly inStage: Stage;
  readonly word: Word;
  readonly span: Span;
  /** Absent where it is an image, or nothing. */
  readonly stage?: Stage;
  /** Named by its number, which a new name does not change. */
  readonly byNumber: boolean;
}

/** All references to stages: FROM, `--from` of COPY, `from` of RUN's mounts, in triggers too. */
export function stageReferences(stages: readonly Stage[], variables: Variables): readonly StageReference[] {
  const named = new Map<string, Stage>();
  for (const stage of stages) {
    if (stage.name !== undefined) named.set(stage.name.text.toLowerCase(), stage);
  }
  return stages.flatMap((inStage) => {
    const references: StageReference[] = [];
    const add = (
      kind: StageReference['kind'],
      instruction: Instruction,
      word: Word,
      stage: Stage | undefined,
      byNumber = false,
    ): void => {
      const found = { kind, instruction, inStage, word, span: word.span, byNumber };
      references.push(stage === undefined ? found : { ...found, stage });
    };
    const { base, from } = inStage;
    if (base !== undefined) add('from', from, base, variables.baseOf(inStage)?.stage);
    for (const outer of inStage.instructions) {
      const { arguments: args } = outer;
      const instruction = args.form === 'instruction' ? args.instruction : outer;
      for (const { word, kind } of fromWords(instruction)) {
        const byNumber = kind === 'copy' && /^[+-]?\d+$/.test(word.text);
        const stage = byNumber ? stages[Number(word.text)] : named.get(word.text.toLowerCase());
        add(kind, instruction, word, stage, byNumber);
      }
    }
    return references;
  });
}

function fromWords(
  instruction: Instruction,
): readonly { readonly kind: 'copy' | 'mount'; readonly word: Word }[] {
  const { name, flags, line } = instruction;
  if (name === 'COPY') {
    return flags.flatMap(({ name: flag, value }) =>
      flag.text === 'from' && value !== undefined ? [{ kind: 'copy', word: value } as const] : [],
    );
  }
  if (name !== 'RUN') return [];
  return flags
    .filter(isMount)
    .flatMap((flag) =>
      mountOptions(line, flag).flatMap(({ key, value }) =>
        key.text.toLowerCase() === 'from' && value !== undefined
          ? [{ kind: 'mount', word: value } as const]
          : [],
      ),
    );
}

function isMount({ name }: Flag): boolean {
  return name.text === 'mount';
}
