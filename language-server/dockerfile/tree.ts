import { type StageReference, stageReferences } from './analysis/stageReferences.ts';
import { type Stage, type Stages, stagesOf } from './analysis/stages.ts';
import type { Variables } from './analysis/variable.ts';
import { resolveVariables } from './analysis/variables.ts';
import { type Commands, commandsOf } from './shell/commands.ts';
import { type RunScript, runScripts } from './shell/runScripts.ts';
import { parseSyntax } from './syntax/parse.ts';
import type { Instruction, SyntaxTree } from './syntax/tree.ts';

/** A Dockerfile as all features and rules see it: its syntax, and what it means, which is worked out on first demand. */
export interface DockerfileTree extends SyntaxTree {
  readonly stages: readonly Stage[];
  /** What stands before the first FROM. */
  readonly preamble: readonly Instruction[];
  readonly variables: Variables;
  readonly references: readonly StageReference[];
  /** What the RUN instructions run. */
  readonly scripts: readonly RunScript[];
  /** The commands in them. */
  readonly commands: Commands;
}

/** Parses a Dockerfile; never throws. */
export function parseDockerfile(text: string): DockerfileTree {
  const syntax = parseSyntax(text);
  const stages = once((): Stages => stagesOf(syntax));
  const variables = once(() => resolveVariables(syntax, stages()));
  const references = once(() => stageReferences(stages().stages, variables()));
  const scripts = once(() => runScripts(stages(), variables(), text));
  const commands = once(() => commandsOf(scripts()));
  return {
    ...syntax,
    get stages() {
      return stages().stages;
    },
    get preamble() {
      return stages().preamble;
    },
    get variables() {
      return variables();
    },
    get references() {
      return references();
    },
    get scripts() {
      return scripts();
    },
    get commands() {
      return commands();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
