import type { Stage } from '../../analysis/stages.ts';
import type { RunScript } from '../../shell/runScripts.ts';
import type { DockerfileTree } from '../../tree.ts';

/**
 * Whether what a RUN leaves stays in an image that is kept: that of the last stage, those that other stages build on, and
 * those of the children that an ONBUILD runs in.
 */
export function staysInImage({ stages, variables }: DockerfileTree): (run: RunScript) => boolean {
  const kept = new Set<Stage | undefined>([undefined, stages.at(-1)]);
  for (const stage of stages) {
    const base = variables.baseOf(stage);
    if (base !== undefined) kept.add(base.stage);
  }
  return ({ stage, instruction, outer }) => instruction !== outer || kept.has(stage);
}
