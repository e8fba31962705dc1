import type { Finding } from '../../lint/finding.ts';
import { splitReference } from '../imageReference.ts';
import { instructionInfo } from '../instructions/index.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';
import { argumentErrors } from './argumentErrors.ts';
import { copyErrors } from './copyErrors.ts';
import { fileErrors } from './fileErrors.ts';
import { flagErrors } from './flagErrors.ts';
import { heredocErrors } from './heredocErrors.ts';
import { instructionErrors } from './instructionErrors.ts';
import { mountErrors } from './mountErrors.ts';
import { asFinding, type Refusal } from './refusal.ts';
import { stageErrors } from './stageErrors.ts';
import { valueErrors } from './valueErrors.ts';

/**
 * All that BuildKit refuses and that the text alone shows, whatever build arguments are given. A file that another
 * frontend reads (`# syntax=`) is that one's to judge.
 */
export function* syntaxErrors(tree: DockerfileTree): Iterable<Finding> {
  if (hasOtherFrontend(tree)) return;
  for (const refusal of fileErrors(tree)) yield asFinding(refusal);
  for (const instruction of tree.instructions) {
    for (const refusal of ofInstruction(instruction, tree)) yield asFinding(refusal);
    const { arguments: args } = instruction;
    if (args.form === 'instruction') yield* ofTrigger(args.instruction, tree);
  }
  for (const refusal of stageErrors(tree)) yield asFinding(refusal);
  for (const { span, message } of tree.variables.refused) {
    yield asFinding({ code: 'InvalidVariable', span, message });
  }
}

/** Most instructions have nothing that most of these look at, and a file has thousands of them. */
function* ofInstruction(instruction: Instruction, tree: DockerfileTree): Iterable<Refusal> {
  const { name, flags, heredocs, arguments: args } = instruction;
  if (args.form === 'instruction' || instructionInfo(name) === undefined)
    yield* instructionErrors(instruction, tree);
  if (args.form !== 'text' || name === 'SHELL') yield* argumentErrors(instruction);
  if (flags.length > 0) {
    yield* flagErrors(instruction, tree);
    yield* mountErrors(instruction);
  }
  if (name === 'COPY' || name === 'ADD') yield* copyErrors(instruction, tree);
  if (name === 'EXPOSE' || name === 'VOLUME' || name === 'STOPSIGNAL') yield* valueErrors(instruction, tree);
  if (heredocs.length > 0) yield* heredocErrors(instruction);
}

/** Most of what is wrong in a trigger is refused only when it is pulled: by builds on this image. */
function* ofTrigger(trigger: Instruction, tree: DockerfileTree): Iterable<Finding> {
  const { form } = trigger.arguments;
  for (const refusal of ofInstruction(trigger, tree)) {
    const atOnce =
      form === 'badJson' || (form === 'pairs' && trigger.name !== 'ARG' && refusal.code === 'MalformedPair');
    if (atOnce) yield asFinding(refusal);
    else
      yield {
        ...asFinding(refusal),
        message: `${refusal.message} Builds on this image will fail.`,
        severity: 'warning',
      };
  }
}

function hasOtherFrontend({ directives }: DockerfileTree): boolean {
  const syntax = directives.find(({ name }) => name === 'syntax');
  if (syntax === undefined) return false;
  const { repository } = splitReference(syntax.value.split(' ')[0] ?? '');
  return !/(?:^|\/)dockerfile(?:-upstream)?$/.test(repository);
}
