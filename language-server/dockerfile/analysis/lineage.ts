import type { DockerfileTree } from '../tree.ts';
import type { Stage } from './stages.ts';

/**
 * For each stage a value worked out from that of the stage that it builds on, which comes before it in the file. Linear.
 */
export function alongLineage<T>(
  { stages, variables }: DockerfileTree,
  visit: (stage: Stage, inherited: T | undefined) => T,
): void {
  const values = new Map<Stage, T>();
  for (const stage of stages) {
    const base = variables.baseOf(stage);
    values.set(stage, visit(stage, base?.exact === true ? values.get(base.stage) : undefined));
  }
}
