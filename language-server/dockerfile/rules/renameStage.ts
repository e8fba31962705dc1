import type { TextEdit } from '../../text/edit.ts';
import type { Stage } from '../analysis/stages.ts';
import type { DockerfileTree } from '../tree.ts';

/** The edits that give a stage a new name, where it is declared and where it is named. */
export function renameStage(
  { references }: DockerfileTree,
  stage: Stage,
  newText: string,
): readonly TextEdit[] {
  const { name } = stage;
  if (name === undefined) return [];
  const old = name.text.toLowerCase();
  const words = references.flatMap(({ stage: meant, byNumber, word }) =>
    meant === stage && !byNumber && word.text.toLowerCase() === old ? [word] : [],
  );
  return [name, ...words].flatMap(({ text, span }) => (text === newText ? [] : [{ span, newText }]));
}
