import type { Word } from '../../syntax/logicalLine.ts';
import type { DockerfileTree } from '../../tree.ts';
import { everyInstruction } from './everyInstruction.ts';
import { unquoted } from './unquoted.ts';

/** A `key=value` of LABEL. */
export interface Label {
  readonly key: string;
  readonly keyWord: Word;
  readonly value: string;
  readonly valueWord: Word;
}

/** All labels of a file. Of a value that a build argument can change there is only what is written. */
export function* labelsIn(tree: DockerfileTree): Iterable<Label> {
  for (const { name, arguments: args } of everyInstruction(tree)) {
    if (name !== 'LABEL' || args.form !== 'pairs') continue;
    for (const { key, value } of args.pairs) {
      if (value === undefined) continue;
      const { text, byArgument } = tree.variables.expansionOf(value);
      yield {
        key: unquoted(key.text),
        keyWord: key,
        value: unquoted(byArgument || text === undefined ? value.text : text),
        valueWord: value,
      };
    }
  }
}
