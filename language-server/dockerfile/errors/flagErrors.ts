import { instructionInfo } from '../instructions/index.ts';
import type { FlagInfo, InstructionInfo } from '../instructions/instructionInfo.ts';
import { didYouMean, suggestion } from '../suggestion.ts';
import type { Flag, Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';
import { flagValueProblem } from './flagValues.ts';
import { type Refusal, replaceFix } from './refusal.ts';

/** Flags that an instruction does not have, that come twice, and whose values are malformed. */
export function* flagErrors(instruction: Instruction, tree: DockerfileTree): Iterable<Refusal> {
  const info = instructionInfo(instruction.name);
  if (info === undefined || info.flagsUnread === true || isHealthcheckNone(instruction)) return;
  const seen = new Set<string>();
  for (const flag of instruction.flags) {
    const { text: name } = flag.name;
    const known = info.flags.find((candidate) => candidate.name === name);
    if (known === undefined) {
      yield unknownFlag(flag, info);
      continue;
    }
    if (seen.has(name) && known.repeatable !== true) {
      const message = `--${name} is given twice. ${instruction.name} takes it once.`;
      yield { code: 'DuplicateFlag', span: flag.span, message };
    }
    seen.add(name);
    yield* valueErrorsOf(flag, known, instruction, tree);
  }
}

/** BuildKit does not look at the flags of HEALTHCHECK NONE. */
function isHealthcheckNone({ arguments: args }: Instruction): boolean {
  return args.form === 'healthcheck' && args.type.text.toUpperCase() === 'NONE';
}

function unknownFlag(flag: Flag, { name, flags }: InstructionInfo): Refusal {
  const { text, span } = flag.name;
  const names = flags.map((known) => known.name);
  const option = suggestion(text, names);
  const has =
    names.length === 0
      ? `${name} has no flags.`
      : `${name} has ${names.map((known) => `--${known}`).join(', ')}.`;
  return {
    code: 'UnknownFlag',
    span: flag.span,
    message: `${name} has no flag --${text}.${option === undefined ? ` ${has}` : didYouMean(`--${option}`)}`,
    ...(option === undefined ? {} : { fixes: [replaceFix(`Change to --${option}`, span, option)] }),
  };
}

function* valueErrorsOf(
  { name, value, span }: Flag,
  info: FlagInfo,
  instruction: Instruction,
  tree: DockerfileTree,
): Iterable<Refusal> {
  if (value === undefined) {
    if (info.value.kind === 'boolean') return;
    yield { code: 'MissingFlagValue', span, message: `--${name.text} needs a value: --${name.text}=…` };
    return;
  }
  if (info.value.kind === 'boolean') {
    if (/^(?:true|false)$/i.test(value.text)) return;
    const message = `--${name.text} is true or false, not “${value.text}”.`;
    yield { code: 'InvalidFlagValue', span: value.text === '' ? span : value.span, message };
    return;
  }
  const problem = flagValueProblem(info, value, instruction, tree);
  if (problem !== undefined)
    yield { code: 'InvalidFlagValue', span: value.text === '' ? span : value.span, message: problem };
}
