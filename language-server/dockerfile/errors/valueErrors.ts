import { portProblem, splitPort } from '../ports.ts';
import type { Word } from '../syntax/logicalLine.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';
import type { Refusal } from './refusal.ts';
import { signalProblem } from './signals.ts';

/** Values of EXPOSE, STOPSIGNAL and VOLUME that BuildKit refuses, as far as the text tells what they are. */
export function* valueErrors(instruction: Instruction, tree: DockerfileTree): Iterable<Refusal> {
  const { name, arguments: args } = instruction;
  const words = args.form === 'words' ? args.words : args.form === 'json' ? args.elements : [];
  switch (name) {
    case 'EXPOSE':
      for (const word of words) yield* portErrors(word, instruction, tree);
      break;
    case 'STOPSIGNAL': {
      if (args.form !== 'text') return;
      const text = known(args.text, instruction, tree);
      const problem = text === undefined ? undefined : signalProblem(text);
      if (problem !== undefined) yield { code: 'InvalidSignal', span: args.text.span, message: problem };
      break;
    }
    case 'VOLUME':
      for (const word of words) {
        if (known(word, instruction, tree)?.trim() !== '') continue;
        yield {
          code: 'InvalidVolume',
          span: word.span,
          message: 'A volume needs a path; this one is empty.',
        };
      }
      break;
    default:
  }
}

function* portErrors(word: Word, instruction: Instruction, tree: DockerfileTree): Iterable<Refusal> {
  const text = known(word, instruction, tree);
  if (text === undefined) return;
  for (const port of text.split(/\s+/)) {
    const problem = port === '' ? undefined : portProblem(splitPort(port));
    if (problem !== undefined) yield { code: 'InvalidPort', span: word.span, message: problem };
  }
}

/** What a word stands for. A trigger's variables are those of the build that pulls it. */
function known(word: Word, { trigger }: Instruction, { variables }: DockerfileTree): string | undefined {
  if (trigger) return /[$"'\\`]/.test(word.text) ? undefined : word.text;
  return variables.expansionOf(word).text;
}
