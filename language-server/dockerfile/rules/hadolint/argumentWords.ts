import type { Word } from '../../syntax/logicalLine.ts';
import type { Instruction } from '../../syntax/tree.ts';

/** The words of COPY, ADD, EXPOSE and the like, written with white space between them or as JSON. */
export function argumentWords({ arguments: args }: Instruction): readonly Word[] {
  switch (args.form) {
    case 'words':
      return args.words;
    case 'json':
      return args.elements;
    default:
      return [];
  }
}
