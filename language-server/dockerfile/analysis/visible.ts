import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';
import type { Stage } from './stages.ts';
import type { Declaration } from './variable.ts';

/** The variables that an instruction can use, the latest declaration of each: of its stage and those it builds on. */
export function visibleVariables(
  tree: DockerfileTree,
  before: number,
  stage: Stage | undefined,
): ReadonlyMap<string, Declaration> {
  const visible = new Map<string, Declaration>();
  const lineage = new Set<Stage>();
  for (let next = stage; next !== undefined; ) {
    lineage.add(next);
    const base = tree.variables.baseOf(next);
    next = base?.exact === true ? base.stage : undefined;
  }
  for (const declaration of tree.variables.declarations) {
    const inScope = stage === undefined ? declaration.stage === undefined : isIn(declaration.stage, lineage);
    if (inScope && declaration.instruction.span.end < before) visible.set(declaration.name, declaration);
  }
  return visible;
}

function isIn(stage: Stage | undefined, lineage: ReadonlySet<Stage>): boolean {
  return stage !== undefined && lineage.has(stage);
}

/** The stage that an instruction stands in; none for one before the first FROM, and for FROM itself. */
export function stageOf({ stages }: DockerfileTree, { span, name }: Instruction): Stage | undefined {
  if (name === 'FROM') return undefined;
  return stages.findLast((stage) => stage.span.start <= span.start);
}
