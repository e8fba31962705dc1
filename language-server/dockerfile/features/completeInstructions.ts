import type { CompletionItem, Document } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import { instructionInfos } from '../instructions/index.ts';
import type { InstructionInfo } from '../instructions/instructionInfo.ts';
import type { DockerfileTree } from '../tree.ts';

/** Instructions where one may begin: FROM and ARG before the first FROM, triggers behind ONBUILD. */
export function completeInstructions(
  { tree }: Document<DockerfileTree>,
  span: Span,
  options: { readonly trigger: boolean; readonly hasArguments: boolean },
): readonly CompletionItem[] {
  const first = tree.stages[0]?.from.span.start;
  const beforeFrom = first === undefined || span.start <= first;
  const lower = isLowerCase(tree);
  return instructionInfos
    .filter(({ trigger, beforeFrom: mayStart }) => {
      if (options.trigger) return trigger === true;
      return beforeFrom ? mayStart === true : true;
    })
    .map((info, index) => itemOf(info, index, lower, span, options.hasArguments));
}

function itemOf(
  { name, summary, docs, url, snippet, deprecated }: InstructionInfo,
  index: number,
  lower: boolean,
  span: Span,
  hasArguments: boolean,
): CompletionItem {
  const label = lower ? name.toLowerCase() : name;
  return {
    label,
    kind: 'keyword',
    detail: summary,
    documentation: `${docs}\n\n[Reference](${url})`,
    edit: { span, newText: hasArguments ? label : `${label} ${snippet}` },
    snippet: !hasArguments,
    sortText: String(index).padStart(2, '0'),
    ...(deprecated === true ? { deprecated } : {}),
    ...(name === 'FROM' || name === 'COPY' || name === 'ONBUILD' ? { retrigger: !hasArguments } : {}),
  };
}

/** Whether the file writes its instructions in lower case. */
function isLowerCase({ instructions }: DockerfileTree): boolean {
  const lower = instructions.filter(({ keyword }) => keyword.text === keyword.text.toLowerCase());
  return lower.length * 2 > instructions.length;
}
