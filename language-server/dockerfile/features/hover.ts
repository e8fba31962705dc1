import type { Document, Hover } from '../../language.ts';
import { type Span, touches } from '../../text/span.ts';
import { instructionAt } from '../analysis/instructionAt.ts';
import { mountOptions } from '../analysis/mounts.ts';
import { buildkitArgs, platformArgs } from '../analysis/predefined.ts';
import type { Stage } from '../analysis/stages.ts';
import type { Declaration } from '../analysis/variable.ts';
import { instructionInfo } from '../instructions/index.ts';
import { mountOptionInfo, mountTypes } from '../instructions/mounts.ts';
import type { Flag, Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';
import { directiveDocs } from './directiveDocs.ts';

/** What is to be said about a place: an instruction, a flag, a variable with its value, a stage. */
export function hover({ tree }: Document<DockerfileTree>, offset: number): Hover | undefined {
  const outer = instructionAt(tree.instructions, offset);
  if (outer === undefined) return directiveHover(tree, offset);
  const { arguments: args } = outer;
  const inner =
    args.form === 'instruction' && touches(args.instruction.keyword.span, offset) ? args.instruction : outer;
  return (
    keywordHover(inner, offset) ??
    variableHover(tree, offset) ??
    stageHover(tree, offset) ??
    flagHover(args.form === 'instruction' ? args.instruction : outer, offset)
  );
}

function directiveHover({ directives }: DockerfileTree, offset: number): Hover | undefined {
  const found = directives.find(({ span }) => touches(span, offset));
  const docs = Object.entries(directiveDocs).find(([name]) => name === found?.name)?.[1];
  return found === undefined || docs === undefined ? undefined : { span: found.span, contents: docs };
}

function keywordHover({ keyword, name }: Instruction, offset: number): Hover | undefined {
  const info = instructionInfo(name);
  if (info === undefined || !touches(keyword.span, offset)) return undefined;
  return { span: keyword.span, contents: `${info.docs}\n\n[Reference](${info.url})` };
}

function variableHover({ variables, text }: DockerfileTree, offset: number): Hover | undefined {
  const use = variables.uses.find(({ outer }) => touches(outer, offset));
  const declared = variables.declarations.find(({ key }) => touches(key.span, offset));
  const declaration = use?.declaration ?? declared;
  const span = use?.outer ?? declared?.key.span;
  if (span !== undefined && declaration !== undefined) {
    return { span, contents: variableText(declaration) };
  }
  if (span !== undefined && use !== undefined) {
    return {
      span,
      contents: `\`${use.name}\` is not declared above, with \`ARG\` or \`ENV\`; the base image may set it.`,
    };
  }
  return predefinedHover(text, offset);
}

function variableText({ name, kind, known, value, stage }: Declaration): string {
  const where = stage === undefined ? 'global ' : '';
  const written = value?.text;
  const shown =
    known !== undefined
      ? `${kind === 'ARG' ? 'Default' : 'Value'}: ${code(known)}`
      : written !== undefined
        ? `${kind === 'ARG' ? 'Default' : 'Value'}: ${code(written)}, which depends on the base image or the build`
        : 'No default: a build argument gives it, or it is empty';
  const predefined = platformArgs.get(name) ?? buildkitArgs.get(name);
  const about = predefined === undefined ? '' : `\n\n${predefined}`;
  return `${where}\`${kind} ${name}\`\n\n${shown}.${about}`;
}

/** Text as code in Markdown, whatever backticks it has. */
function code(text: string): string {
  const short = text.length > 300 ? `${text.slice(0, 299)}…` : text;
  if (short === '') return 'empty';
  const ticks = '`'.repeat(Math.max(0, ...(short.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  return `${ticks}${/^[` ]|[` ]$/.test(short) ? ` ${short} ` : short}${ticks}`;
}

/** A predefined argument in FROM, which no ARG declares. */
function predefinedHover(text: string, offset: number): Hover | undefined {
  const start = offset - (/\$?\{?\w*$/.exec(text.slice(Math.max(0, offset - 60), offset))?.[0].length ?? 0);
  const [whole, name = ''] = /^\$\{?(\w+)\}?/.exec(text.slice(start, start + 80)) ?? [];
  const docs = platformArgs.get(name);
  if (whole === undefined || docs === undefined) return undefined;
  return { span: { start, end: start + whole.length }, contents: `\`${name}\`\n\n${docs}` };
}

function stageHover({ stages, references, variables }: DockerfileTree, offset: number): Hover | undefined {
  const declared = stages.find(({ name }) => name !== undefined && touches(name.span, offset));
  const reference = references.find(({ span }) => touches(span, offset));
  const stage = declared ?? reference?.stage;
  const span: Span | undefined = declared?.name?.span ?? reference?.span;
  if (stage === undefined || span === undefined) return undefined;
  const users = references.filter((other) => other.stage === stage).length;
  const base =
    stage.base === undefined ? undefined : (variables.expansionOf(stage.base).text ?? stage.base.text);
  return { span, contents: stageText(stage, base, users) };
}

function stageText({ index, name, instructions }: Stage, base: string | undefined, users: number): string {
  const from = base === undefined ? '' : `, from ${code(base)}`;
  const count = `${instructions.length} ${instructions.length === 1 ? 'instruction' : 'instructions'}`;
  const used = `used ${users} ${users === 1 ? 'time' : 'times'}`;
  return `Stage ${index}${name === undefined ? '' : ` \`${name.text}\``}${from}\n\n${count}, ${used}.`;
}

function flagHover(instruction: Instruction, offset: number): Hover | undefined {
  const flag = instruction.flags.find(({ span }) => touches(span, offset));
  const info = instructionInfo(instruction.name)?.flags.find(({ name }) => name === flag?.name.text);
  if (flag === undefined || info === undefined) return undefined;
  const option = info.value.kind === 'mount' ? mountHover(instruction, flag, offset) : undefined;
  if (option !== undefined) return option;
  const { value } = info;
  const choice =
    value.kind === 'choice' ? value.values.find((own) => own.value === flag.value?.text) : undefined;
  const inValue = flag.value !== undefined && touches(flag.value.span, offset);
  if (choice !== undefined && inValue && flag.value !== undefined) {
    return { span: flag.value.span, contents: `\`${choice.value}\`\n\n${choice.docs}` };
  }
  return { span: flag.span, contents: `\`--${info.name}\`\n\n${info.docs}` };
}

function mountHover({ line }: Instruction, flag: Flag, offset: number): Hover | undefined {
  const option = mountOptions(line, flag).find(({ span }) => touches(span, offset));
  const info = option === undefined ? undefined : mountOptionInfo(option.key.text);
  if (option === undefined || info === undefined) return undefined;
  const type =
    info.name === 'type' ? mountTypes.find(({ value }) => value === option.value?.text) : undefined;
  const about =
    type === undefined ? `\`${info.name}\`\n\n${info.docs}` : `\`type=${type.value}\`\n\n${type.docs}`;
  return { span: option.span, contents: about };
}
