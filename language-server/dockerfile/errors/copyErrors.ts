import { flagValue } from '../analysis/stages.ts';
import { splitReference } from '../imageReference.ts';
import type { Word } from '../syntax/logicalLine.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';
import type { Refusal } from './refusal.ts';

/** Sources and destinations that COPY and ADD do not take. */
export function* copyErrors(instruction: Instruction, { variables }: DockerfileTree): Iterable<Refusal> {
  const { name, arguments: args } = instruction;
  const words = args.form === 'words' ? args.words : args.form === 'json' ? args.elements : [];
  const destination = words.at(-1);
  if (destination === undefined || words.length < 2) return;
  if (args.form === 'words' && /^\d*<<-?[^<\s]/.test(destination.text)) {
    const message = `${name} can’t write to a here-document. Put the destination, a path, last.`;
    yield { code: 'InvalidDestination', span: destination.span, message };
  }
  const sources = words.slice(0, -1).flatMap((word) => {
    const text = instruction.trigger ? word.text : variables.expansionOf(word).text;
    return text === undefined ? [] : [{ word, text }];
  });
  if (name === 'COPY') {
    for (const { word, text } of sources) {
      if (!isRemote(text)) continue;
      const message = 'COPY does not download. Use ADD for a URL or a Git repository.';
      yield { code: 'InvalidSource', span: word.span, message };
    }
  } else yield* checksumErrors(instruction, sources, words.length - 1);
}

function* checksumErrors(
  instruction: Instruction,
  sources: readonly { readonly word: Word; readonly text: string }[],
  count: number,
): Iterable<Refusal> {
  const checksum = flagValue(instruction, 'checksum');
  if (checksum === undefined || checksum.text === '') return;
  const code = 'InvalidFlagValue';
  const [only] = sources;
  if (count > 1) {
    yield {
      code,
      span: checksum.span,
      message: '--checksum is for one source alone. Write an ADD for each.',
    };
  } else if (only !== undefined && !isRemote(only.text) && !isRepository(only.text)) {
    yield {
      code,
      span: checksum.span,
      message: '--checksum is for downloads and Git repositories, not for files.',
    };
  }
}

function isRemote(text: string): boolean {
  return /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@[^/]+:)/.test(text);
}

/** `github.com/a/b`, which ADD clones where no such folder is. */
function isRepository(text: string): boolean {
  return splitReference(text).repository.startsWith('github.com/');
}
