import type { SyntaxTree } from '../syntax/tree.ts';
import { bindInstruction, textOf } from './bindInstruction.ts';
import { type Binding, newBinding } from './binding.ts';
import { flagValue, type Stage, type Stages } from './stages.ts';
import type { Variables } from './variable.ts';

/** A stage that another builds on; `exact` where BuildKit sees it too, which it does not for a name in upper case. */
interface Base {
  readonly stage: Stage;
  readonly exact: boolean;
}

/**
 * Binds all uses of variables in one walk over the stages, each after the one that it builds on, as it starts with that
 * one's variables. Linear in the file's length.
 */
export function resolveVariables({ text, escapeToken }: SyntaxTree, { stages, preamble }: Stages): Variables {
  const binding = newBinding(escapeToken);
  for (const instruction of preamble) {
    if (instruction.name === 'ARG') {
      bindInstruction(binding, { instruction, fromScratch: false, global: true }, text);
    }
  }
  const bases = linkBases(binding, stages);
  walk(binding, stages, bases, text);
  const { variables, declarations, uses, refused, expansions } = binding;
  return {
    all: [...variables],
    declarations,
    uses,
    refused,
    expansionOf: (word) => expansions.get(word) ?? { text: word.text, byArgument: false },
    baseOf: (stage) => bases.get(stage),
  };
}

function linkBases(binding: Binding, stages: readonly Stage[]): ReadonlyMap<Stage, Base> {
  const bases = new Map<Stage, Base>();
  const named = new Map<string, Stage>();
  for (const stage of stages) {
    const { from, base, name } = stage;
    const place = { instruction: from, stage, fromScratch: false, global: true };
    const platform = flagValue(from, 'platform');
    const text = base === undefined ? undefined : textOf(binding, place, base);
    if (platform !== undefined) textOf(binding, place, platform);
    const found = text === undefined ? undefined : named.get(text.toLowerCase());
    if (found !== undefined) bases.set(stage, { stage: found, exact: text === text?.toLowerCase() });
    if (name !== undefined) named.set(name.text.toLowerCase(), stage);
  }
  return bases;
}

/** Visits each stage with the variables of those that it builds on, and forgets them behind its last descendant. */
function walk(
  binding: Binding,
  stages: readonly Stage[],
  bases: ReadonlyMap<Stage, Base>,
  text: string,
): void {
  const children = new Map<Stage | undefined, Stage[]>([[undefined, []]]);
  for (const stage of stages) {
    children.set(stage, []);
    const base = bases.get(stage);
    children.get(base?.exact === true ? base.stage : undefined)?.push(stage);
  }
  // Last in, first out, without recursion, as stages may build on one another thousands deep.
  const pending: { readonly stage: Stage; readonly fromScratch: boolean; readonly mark: number }[] = [];
  const push = (parent: Stage | undefined, fromScratch: (stage: Stage) => boolean): void => {
    const mark = binding.local.mark();
    for (const stage of (children.get(parent) ?? []).toReversed()) {
      pending.push({ stage, fromScratch: fromScratch(stage), mark });
    }
  };
  push(undefined, ({ base }) => base?.text === 'scratch');
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { stage, fromScratch, mark } = next;
    binding.local.restore(mark);
    for (const instruction of stage.instructions) {
      bindInstruction(binding, { instruction, stage, fromScratch, global: false }, text);
    }
    push(stage, () => fromScratch);
  }
}
