import type { Span } from '../../text/span.ts';
import type { Word } from '../syntax/logicalLine.ts';
import type { Arguments, Heredoc, Instruction } from '../syntax/tree.ts';

const none: readonly never[] = [];

/** The words of an instruction in which BuildKit itself expands variables, in the order in which it does. */
export function expandedWords(instruction: Instruction): readonly Word[] {
  const { name, arguments: args } = instruction;
  switch (name) {
    case 'ENV':
    case 'LABEL':
      return args.form === 'pairs'
        ? args.pairs.flatMap(({ key, value }) => (value === undefined ? [key] : [key, value]))
        : [];
    case 'ARG':
      return args.form === 'pairs' ? args.pairs.flatMap(({ value }) => value ?? []) : [];
    case 'COPY':
    case 'ADD':
      return instruction.flags.length === 0
        ? wordsOf(args)
        : [...flagValues(instruction, ['chown', 'chmod', 'checksum']), ...wordsOf(args)];
    case 'FROM':
      return [...wordsOf(args).slice(0, 1), ...flagValues(instruction, ['platform'])];
    case 'WORKDIR':
    case 'USER':
    case 'STOPSIGNAL':
    case 'VOLUME':
    case 'EXPOSE':
      return wordsOf(args);
    case 'RUN':
      return instruction.flags.length === 0 ? none : flagValues(instruction, ['mount']);
    default:
      return none;
  }
}

/** The here-documents in whose bodies BuildKit itself expands variables. */
export function expandedHeredocs({ name, heredocs }: Instruction): readonly Heredoc[] {
  return name === 'COPY' || name === 'ADD' ? heredocs.filter((heredoc) => heredoc.expand) : [];
}

/** What of an instruction a shell reads, where variables are its business: as it runs, or when the container starts. */
export function shellTexts(
  instruction: Instruction,
): readonly { readonly word?: Word; readonly body?: Span }[] {
  const { name, arguments: args, heredocs } = instruction;
  if (name === 'ONBUILD') return args.form === 'instruction' ? shellTexts(args.instruction) : [];
  if (name !== 'RUN' && name !== 'CMD' && name !== 'ENTRYPOINT' && name !== 'HEALTHCHECK') return none;
  const command = args.form === 'healthcheck' ? args.command : args;
  return [...wordsOf(command).map((word) => ({ word })), ...heredocs.map(({ body }) => ({ body }))];
}

function wordsOf(args: Arguments): readonly Word[] {
  switch (args.form) {
    case 'words':
      return args.words;
    case 'json':
      return args.elements;
    case 'text':
      return [args.text];
    default:
      return [];
  }
}

function flagValues({ flags }: Instruction, names: readonly string[]): readonly Word[] {
  return flags.flatMap(({ name, value }) =>
    value !== undefined && names.includes(name.text) ? [value] : [],
  );
}
