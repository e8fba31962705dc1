import type { StageReference } from '../analysis/stageReferences.ts';
import type { Stage } from '../analysis/stages.ts';
import { referenceProblem } from '../imageReference.ts';
import type { DockerfileTree } from '../tree.ts';
import { type Refusal, replaceFix } from './refusal.ts';

/** FROMs that name no image, and references to stages that are not there yet. */
export function* stageErrors(tree: DockerfileTree): Iterable<Refusal> {
  for (const stage of tree.stages) {
    yield* fromErrors(stage);
    yield* baseErrors(stage, tree);
  }
  for (const reference of tree.references) {
    if (reference.kind !== 'from' && !reference.instruction.trigger) yield* referenceErrors(reference, tree);
  }
}

function* fromErrors({ from, base, as, name }: Stage): Iterable<Refusal> {
  const words = from.arguments.form === 'words' ? from.arguments.words : [];
  const [, second, , fourth] = words;
  if (base === undefined || second === undefined) return;
  const code = 'InvalidFrom';
  if (second.text.startsWith('--')) {
    yield { code, span: second.span, message: 'Flags of FROM stand before the image.' };
  } else if (as === undefined) {
    const message = `FROM takes an image, or an image and AS and a name. What is “${second.text}”?`;
    yield { code, span: second.span, message };
  } else if (name === undefined) {
    yield { code, span: as.span, message: `The name of the stage is missing behind ${as.text}.` };
  } else if (fourth !== undefined) {
    yield { code, span: fourth.span, message: 'Behind the name of the stage there may be nothing.' };
  } else if (!/^[a-z][a-z0-9-_.]*$/.test(name.text.toLowerCase())) {
    const message = `“${name.text}” can’t be the name of a stage: it begins with a letter and has letters, digits, “-”, “_” and “.” only.`;
    yield { code: 'InvalidStageName', span: name.span, message };
  }
}

function* baseErrors(stage: Stage, { variables }: DockerfileTree): Iterable<Refusal> {
  const { base } = stage;
  if (base === undefined) return;
  const { text, byArgument } = variables.expansionOf(base);
  const known = variables.baseOf(stage);
  if (text === undefined || byArgument || text === 'scratch' || known?.exact === true) return;
  const problem = referenceProblem(text);
  if (problem === undefined) return;
  const code = 'InvalidImageReference';
  if (text === '') {
    yield { code, span: base.span, message: `The image is empty: ${base.text} gives nothing.` };
  } else if (known !== undefined) {
    const lower = base.text.toLowerCase();
    const message = `FROM takes names of stages in lower case, else it looks for an image. Write ${lower}.`;
    yield { code, span: base.span, message, fixes: [replaceFix(`Change to ${lower}`, base.span, lower)] };
  } else {
    yield { code, span: base.span, message: `“${text}” is no image: ${problem}.` };
  }
}

function* referenceErrors(
  { kind, word, span, stage, inStage, byNumber }: StageReference,
  { stages }: DockerfileTree,
): Iterable<Refusal> {
  const { text } = word;
  if (text === '') return;
  const code = 'InvalidStage';
  if (kind === 'copy' && /[$"'\\`]/.test(text)) {
    const message =
      '--from can’t use variables. Define a stage with FROM and the variable, and name that stage.';
    yield { code, span, message };
  } else if (stage !== undefined) {
    if (stage.index < inStage.index) return;
    const message =
      stage === inStage
        ? `A stage can’t ${kind === 'copy' ? 'copy' : 'mount files'} from itself.`
        : `The stage “${text}” comes later. Move it above this one.`;
    yield { code, span, message };
  } else if (byNumber) {
    yield {
      code,
      span,
      message: `There is no stage ${text}: stages have the numbers 0 to ${stages.length - 1}.`,
    };
  } else if (text !== 'scratch' && !text.includes('$')) {
    const problem = referenceProblem(text);
    if (problem === undefined) return;
    yield {
      code: 'InvalidImageReference',
      span,
      message: `“${text}” is neither a stage nor an image: ${problem}.`,
    };
  }
}
