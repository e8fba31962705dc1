import type { Arguments, Instruction, Pair } from '../syntax/tree.ts';
import type { Refusal } from './refusal.ts';

/** Arguments that are missing, too many, or not of the form that an instruction takes. */
export function* argumentErrors(instruction: Instruction): Iterable<Refusal> {
  const { name, keyword, arguments: args, rest } = instruction;
  if (args.form === 'badJson' || (args.form === 'healthcheck' && args.command.form === 'badJson')) {
    const message = `A JSON array here has strings alone. Put all of its elements in double quotes.`;
    yield { code: 'InvalidJson', span: rest.span, message };
    return;
  }
  const missing = missingArgument(name, args);
  if (missing !== undefined) {
    yield { code: 'MissingArgument', span: keyword.span, message: `${name} needs ${missing}.` };
    return;
  }
  if (args.form === 'pairs') yield* pairErrors(name, args.pairs, args.legacy);
  if (args.form === 'healthcheck') yield* healthcheckErrors(args.type, args.command);
  if (name === 'SHELL' && args.form === 'text') {
    const message = 'SHELL needs a JSON array of strings in double quotes, such as ["/bin/bash", "-c"].';
    yield { code: 'InvalidJson', span: rest.span, message };
  }
}

/** What an instruction lacks, in words that go on from “needs”. */
function missingArgument(name: string, args: Arguments): string | undefined {
  const count = countOf(args);
  switch (name) {
    case 'FROM':
      return count > 0 ? undefined : 'an image, such as FROM alpine';
    case 'COPY':
    case 'ADD':
      if (count > 1) return undefined;
      return count === 0 ? 'a source and a destination' : 'a destination behind its source';
    case 'ENV':
    case 'LABEL':
      return count > 0 ? undefined : 'at least one name=value';
    case 'ARG':
      return count > 0 ? undefined : 'a name';
    case 'EXPOSE':
      return count > 0 ? undefined : 'at least one port';
    case 'VOLUME':
      return count > 0 ? undefined : 'at least one path';
    case 'SHELL':
      return count > 0 ? undefined : 'a JSON array, such as ["/bin/bash", "-c"]';
    case 'HEALTHCHECK':
      return count > 0 ? undefined : 'CMD and a command, or NONE';
    case 'ONBUILD':
      return count > 0 ? undefined : 'an instruction';
    case 'WORKDIR':
      return count > 0 ? undefined : 'a path';
    case 'USER':
      return count > 0 ? undefined : 'a user';
    case 'STOPSIGNAL':
      return count > 0 ? undefined : 'a signal, such as SIGTERM';
    case 'MAINTAINER':
      return count > 0 ? undefined : 'a name';
    default:
      return undefined;
  }
}

function countOf(args: Arguments): number {
  switch (args.form) {
    case 'none':
      return 0;
    case 'words':
      return args.words.length;
    case 'json':
      return args.elements.length;
    case 'pairs':
      return args.pairs.length;
    default:
      return 1;
  }
}

function* pairErrors(name: string, pairs: readonly Pair[], legacy: boolean): Iterable<Refusal> {
  for (const { key, value, span } of pairs) {
    if (key.text === '') {
      yield {
        code: 'MalformedPair',
        span,
        message: `The name before the = is missing. ${name} takes name=value.`,
      };
    } else if (value === undefined && name !== 'ARG') {
      const message = legacy
        ? `The value of ${key.text} is missing. ${name} takes name=value.`
        : `“${key.text}” has no =. Write ${name} name=value, with a value that has spaces in quotes.`;
      yield { code: 'MalformedPair', span, message };
    }
  }
}

function* healthcheckErrors(
  type: { text: string; span: Refusal['span'] },
  command: Arguments,
): Iterable<Refusal> {
  const upper = type.text.toUpperCase();
  if (upper === 'NONE') {
    if (command.form === 'none') return;
    yield {
      code: 'InvalidHealthcheck',
      span: type.span,
      message: 'HEALTHCHECK NONE takes nothing behind it.',
    };
  } else if (upper !== 'CMD') {
    const message = `HEALTHCHECK takes CMD and a command, or NONE, not “${type.text}”. Flags stand before CMD.`;
    yield { code: 'InvalidHealthcheck', span: type.span, message };
  } else if (countOf(command) === 0) {
    yield {
      code: 'InvalidHealthcheck',
      span: type.span,
      message: 'The command behind HEALTHCHECK CMD is missing.',
    };
  }
}
