import type { Stage } from '../../analysis/stages.ts';
import type { Word } from '../../syntax/logicalLine.ts';

/** What the last USER of a stage names, as written: `user`, or `user:group`. */
export function lastUser({ instructions }: Pick<Stage, 'instructions'>): Word | undefined {
  const last = instructions.findLast(({ name }) => name === 'USER');
  return last?.arguments.form === 'text' ? last.arguments.text : undefined;
}
