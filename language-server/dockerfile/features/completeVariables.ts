import type { CompletionItem, Document } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import { instructionAt } from '../analysis/instructionAt.ts';
import { buildkitArgs, platformArgs, proxyArgs } from '../analysis/predefined.ts';
import { stageOf, visibleVariables } from '../analysis/visible.ts';
import type { DockerfileTree } from '../tree.ts';

/** Variables behind `$` and `${`, wherever an instruction has them, here-documents too. */
export function completeVariables(
  { tree, text }: Document<DockerfileTree>,
  offset: number,
): readonly CompletionItem[] | undefined {
  const instruction = instructionAt(tree.instructions, offset);
  const [typed, dollar = '', name = ''] =
    /(\$\{?)(\w*)$/.exec(text.slice(Math.max(0, offset - 200), offset)) ?? [];
  if (instruction === undefined || typed === undefined) return undefined;
  const close = dollar === '${' && text[offset] !== '}' ? '}' : '';
  const span = { start: offset - name.length, end: offset };
  const stage = stageOf(tree, instruction);
  const atRunTime = /^(?:CMD|ENTRYPOINT|HEALTHCHECK)$/.test(instruction.name);
  const declared = [...visibleVariables(tree, instruction.span.start, stage).values()]
    .filter(({ kind }) => kind === 'ENV' || !atRunTime)
    .map(({ name: label, kind, known, value }) =>
      variable(label, close, span, `${kind}${shown(known ?? value?.text)}`),
    );
  if (stage !== undefined) return declared;
  return [
    ...declared,
    ...[...platformArgs].map(([label, docs]) => ({ ...variable(label, close, span), documentation: docs })),
  ];
}

/** Names behind ARG: those that the build has anyway, and the global ones that a stage can take over. */
export function completeArgNames(
  tree: DockerfileTree,
  inStage: boolean,
  span: Span,
): readonly CompletionItem[] {
  const global = tree.variables.declarations.filter(({ stage }) => stage === undefined);
  const names = inStage
    ? global.map(({ name, known }) => variable(name, '', span, `global ARG${shown(known)}`))
    : [];
  const predefined = [...platformArgs, ...buildkitArgs].map(([name, documentation]) => ({
    ...variable(name, '', span),
    documentation,
  }));
  return [...names, ...predefined, ...proxyArgs.map((name) => variable(name, '', span, 'proxy'))];
}

function shown(value: string | undefined): string {
  return value === undefined ? '' : ` = ${value.length > 60 ? `${value.slice(0, 59)}…` : value}`;
}

function variable(label: string, close: string, span: Span, detail?: string): CompletionItem {
  const edit = { span, newText: label + close };
  return { label, kind: 'variable', edit, ...(detail === undefined ? {} : { detail }) };
}
