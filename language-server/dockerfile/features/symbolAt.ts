import type { Document, SymbolUses } from '../../language.ts';
import { type Span, touches } from '../../text/span.ts';
import type { Stage } from '../analysis/stages.ts';
import type { Variable } from '../analysis/variable.ts';
import type { DockerfileTree } from '../tree.ts';

/** The stage or the variable at a place, with all that names it. */
export function symbolAt({ tree }: Document<DockerfileTree>, offset: number): SymbolUses | undefined {
  return variableAt(tree, offset) ?? stageAt(tree, offset);
}

/** Why a stage or variable can't have a name. */
export function nameProblem(
  { tree }: Document<DockerfileTree>,
  symbol: SymbolUses,
  name: string,
): string | undefined {
  const { declaration } = symbol;
  const stage = tree.stages.find(
    ({ from, name: own }) => (own?.span ?? from.keyword.span).start === declaration?.start,
  );
  if (stage !== undefined) {
    if (stage.name === undefined)
      return 'The stage has no name yet. Give it one behind FROM: AS and the name.';
    if (!/^[a-z][a-z0-9-_.]*$/i.test(name)) {
      return 'The name of a stage begins with a letter and has letters, digits, “-”, “_” and “.” only.';
    }
    const taken = tree.stages.some(
      (other) => other !== stage && other.name !== undefined && isNamed(other.name.text, name),
    );
    return taken ? `There is already a stage “${name}”.` : undefined;
  }
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return 'The name of a variable has letters, digits and “_” only, and no digit first.';
  }
  return undefined;
}

function stageAt({ stages, references }: DockerfileTree, offset: number): SymbolUses | undefined {
  const declared = stages.find(({ name }) => name !== undefined && touches(name.span, offset));
  const stage = declared ?? references.find(({ span }) => touches(span, offset))?.stage;
  return stage === undefined ? undefined : usesOfStage(stage, references);
}

/** A number names a stage too, and may become a name; a variable that gives the name may not. */
function usesOfStage(stage: Stage, references: DockerfileTree['references']): SymbolUses {
  const { name, from, index } = stage;
  const spans = references.flatMap(({ stage: meant, byNumber, word, span }) =>
    meant === stage && (byNumber || (name !== undefined && isNamed(word.text, name.text))) ? [span] : [],
  );
  if (name === undefined) return { name: String(index), declaration: from.keyword.span, uses: spans };
  return { name: name.text, declaration: name.span, uses: [name.span, ...spans] };
}

function isNamed(word: string, name: string): boolean {
  return word.toLowerCase() === name.toLowerCase();
}

function variableAt({ variables }: DockerfileTree, offset: number): SymbolUses | undefined {
  const use = variables.uses.find(({ span }) => touches(span, offset));
  const declared = variables.declarations.find(({ key }) => touches(key.span, offset));
  const declaration = declared ?? use?.declaration;
  if (declaration === undefined) return undefined;
  const { name, variable } = declaration;
  return { name, declaration: declaration.key.span, uses: spansOf(variable) };
}

function spansOf({ declarations, uses }: Variable): readonly Span[] {
  const spans = [...declarations.map(({ key }) => key.span), ...uses.map(({ span }) => span)];
  return spans.sort((a, b) => a.start - b.start);
}
