import { instructionInfo, instructionInfos } from '../instructions/index.ts';
import { didYouMean, suggestion } from '../suggestion.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';
import { type Refusal, replaceFix } from './refusal.ts';

/** Instructions that do not exist, and triggers that can't be. */
export function* instructionErrors(
  instruction: Instruction,
  { escapeToken }: DockerfileTree,
): Iterable<Refusal> {
  const { keyword, name, span, trigger, arguments: args } = instruction;
  if (trigger) return;
  if (instructionInfo(name) === undefined) {
    const option = suggestion(
      name,
      instructionInfos.map((info) => info.name),
    );
    const like =
      option !== undefined && keyword.text === keyword.text.toLowerCase() ? option.toLowerCase() : option;
    const otherwise = ` If it belongs to the line above, end that line with ${escapeToken}.`;
    yield {
      code: 'UnknownInstruction',
      span: keyword.text === '' ? span : keyword.span,
      message: `There is no instruction “${shortened(keyword.text)}”.${like === undefined ? otherwise : didYouMean(like)}`,
      ...(like === undefined ? {} : { fixes: [replaceFix(`Change to ${like}`, keyword.span, like)] }),
    };
  }
  if (args.form !== 'instruction') return;
  const inner = args.instruction;
  if (inner.name === 'ONBUILD') {
    const message =
      'ONBUILD can’t be a trigger itself. Write the instruction that is to run behind one ONBUILD.';
    yield { code: 'InvalidTrigger', span: inner.keyword.span, message };
  } else if (inner.name === 'FROM' || inner.name === 'MAINTAINER') {
    const message = `${inner.name} can’t be a trigger. ONBUILD keeps the other instructions.`;
    yield { code: 'InvalidTrigger', span: inner.keyword.span, message };
  }
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
