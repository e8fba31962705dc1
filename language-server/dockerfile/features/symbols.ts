import type { Document, DocumentSymbol } from '../../language.ts';
import type { Stage } from '../analysis/stages.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';

/** The stages with their instructions; what stands before the first is on the same level. */
export function symbols({ tree }: Document<DockerfileTree>): readonly DocumentSymbol[] {
  return [...tree.preamble.map(symbolOf), ...tree.stages.map((stage) => stageSymbol(stage))];
}

function stageSymbol({ index, from, base, name, span, instructions }: Stage): DocumentSymbol {
  return {
    name: name?.text ?? `stage ${index}`,
    ...(base === undefined ? {} : { detail: base.text }),
    kind: 'stage',
    span,
    selectionSpan: name?.span ?? base?.span ?? from.keyword.span,
    children: instructions.map(symbolOf),
  };
}

function symbolOf(instruction: Instruction): DocumentSymbol {
  const { name, keyword, span, rest, arguments: args } = instruction;
  const variable = name === 'ARG' || name === 'ENV';
  return {
    name: keyword.text === '' ? '\\' : name,
    detail: shortened(rest.text),
    kind: variable ? 'variable' : 'instruction',
    span,
    selectionSpan: keyword.span,
    children:
      variable && args.form === 'pairs' && args.pairs.length > 1
        ? args.pairs.map(({ key, span: pair, value }) => ({
            name: key.text === '' ? '=' : key.text,
            ...(value === undefined ? {} : { detail: shortened(value.text) }),
            kind: 'variable',
            span: pair,
            selectionSpan: key.span,
            children: [],
          }))
        : [],
  };
}

/** As much as an outline has room for. */
function shortened(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}
