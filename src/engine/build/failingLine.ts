import { type Instruction, instructionsOf } from './instructions.ts';

interface Stage {
  readonly name: string;
  readonly from: Instruction;
  /** Those that BuildKit numbers, in their order. */
  readonly steps: readonly Instruction[];
}

/**
 * The line, zero-based, of the instruction that a failed BuildKit build is about; undefined where it can't be told.
 * An error of the syntax names its line. Else the step's name leads there: `[stage 2/3] RUN …`, numbered as BuildKit does
 * (moby/buildkit `frontend/dockerfile/dockerfile2llb/convert.go`): a base that is not a stage is the first, then each ADD,
 * COPY, RUN and WORKDIR.
 */
export function failingLine(
  dockerfile: string,
  failure: { readonly message: string; readonly step: string | undefined },
): number | undefined {
  const told = /dockerfile parse error (?:on )?line (\d+)/i.exec(failure.message)?.[1];
  if (told !== undefined) return Number(told) - 1;
  const stages = stagesOf(instructionsOf(dockerfile));
  const { step } = failure;
  if (step === undefined) return undefined;
  const image = /^\[internal\] load metadata for (\S+)/.exec(step)?.[1];
  if (image !== undefined) return lineOfImage(stages, image);
  const [, prefix = '', index, total, text = ''] = /^\[(.*?)\s*(\d+)\/(\d+)\] (.*)$/s.exec(step) ?? [];
  if (index === undefined) return undefined;
  const stage = stageNamed(stages, prefix.trim().split(' ').at(-1) ?? '');
  return stage === undefined ? undefined : lineOfStep(stage, Number(index), Number(total), text);
}

function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: Stage[] = [];
  for (const [index, from] of instructions.entries()) {
    if (from.keyword !== 'FROM') continue;
    const name = /\sAS\s+(\S+)$/i.exec(from.text)?.[1]?.toLowerCase() ?? `stage-${stages.length}`;
    const base = baseOf(from);
    const isFirst = base !== 'scratch' && !stages.some((stage) => stage.name === base.toLowerCase());
    const rest = instructions.slice(index + 1);
    const next = rest.findIndex(({ keyword }) => keyword === 'FROM');
    const own = rest.slice(0, next < 0 ? undefined : next);
    const numbered = own.filter(({ keyword }) => /^(?:ADD|COPY|RUN|WORKDIR)$/.test(keyword));
    stages.push({ name, from, steps: isFirst ? [from, ...numbered] : numbered });
  }
  return stages;
}

function baseOf({ text }: Instruction): string {
  return text.split(' ').find((word) => !word.startsWith('--')) ?? '';
}

/** The only stage goes without a name. */
function stageNamed(stages: readonly Stage[], name: string): Stage | undefined {
  return stages.length === 1 ? stages[0] : stages.find((stage) => stage.name === name.toLowerCase());
}

/** ONBUILD steps of the base are numbered as well: where the total differs, the words must do. */
function lineOfStep({ from, steps }: Stage, index: number, total: number, text: string): number {
  const keyword = /^\S+/.exec(text)?.[0].toUpperCase();
  const numbered = steps[index - 1];
  if (steps.length === total && numbered !== undefined && numbered.keyword === keyword) return numbered.line;
  const alike = steps.filter((step) => step.keyword === keyword);
  const same = alike.find((step) => `${step.keyword} ${step.text}` === text.replace(/\s+/g, ' ').trim());
  return (same ?? (alike.length === 1 ? alike[0] : undefined) ?? from).line;
}

function lineOfImage(stages: readonly Stage[], image: string): number | undefined {
  const names = (instruction: Instruction) =>
    instruction.text.split(/[\s=,]/).some((word) => word !== '' && fullName(word) === fullName(image));
  const all = stages.flatMap(({ from, steps }) => [from, ...steps]);
  const found = all.find(names) ?? (stages.length === 1 ? stages[0]?.from : undefined);
  return found?.line;
}

/** `busybox` is `docker.io/library/busybox:latest`. */
function fullName(name: string): string {
  const short = name.replace(/^docker\.io\//, '').replace(/^library\//, '');
  return /:[^/]*$|@/.test(short) ? short : `${short}:latest`;
}
