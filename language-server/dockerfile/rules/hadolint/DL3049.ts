import type { Stage } from '../../analysis/stages.ts';
import type { HadolintConfiguration } from '../../configuration/hadolintConfiguration.ts';
import type { DockerfileTree } from '../../tree.ts';
import type { DockerfileRule } from '../rule.ts';
import { hadolintRule } from './rule.ts';
import { unquoted } from './unquoted.ts';

/** Images without the labels that the configuration asks for. */
export function DL3049({ labelSchema }: HadolintConfiguration): DockerfileRule {
  return hadolintRule({
    id: 'DL3049',
    hadolintSeverity: 'info',
    docs: `An image has not all labels that \`label-schema\` in \`.hadolint.yaml\` asks for. Stages that another one copies from, or
that one with the label builds on, are no image of their own and need none.`,
    exampleSettings: 'label-schema:\n  author: text\n',
    bad: [
      {
        file: 'FROM debian:12\n     ^^^^^^^^^ The label `author` is missing.\nLABEL other=me\nFROM alpine:3\nLABEL author=me\n',
      },
      {
        file: 'FROM debian:12 AS base\nFROM base\nLABEL author=me\nFROM base\n     ^^^^ The label `author` is missing.\n',
      },
    ],
    good: [
      'FROM debian:12 AS base\nLABEL "author"=me\nFROM base\n',
      'FROM debian:12 AS build\nFROM alpine:3\nLABEL author=me\nCOPY --from=build /a /a\n',
    ],
    *check(tree) {
      if (labelSchema.size === 0) return;
      const copied = new Set(
        tree.references.flatMap(({ kind, stage }) => (kind === 'copy' && stage !== undefined ? [stage] : [])),
      );
      const own = new Map(tree.stages.map((stage) => [stage, keysOf(stage)]));
      for (const label of labelSchema.keys()) {
        const { labelled, builtOn } = spread(tree, (stage) => own.get(stage)?.has(label) === true);
        for (const stage of tree.stages) {
          if (stage.base === undefined) continue;
          if (labelled.has(stage) || builtOn.has(stage) || copied.has(stage)) continue;
          yield { span: stage.base.span, message: `The label \`${label}\` is missing.` };
        }
      }
    },
  });
}

/** The stages that have something themselves or from what they build on, and those that such a stage builds on. */
function spread(
  { stages, variables }: DockerfileTree,
  has: (stage: Stage) => boolean,
): { readonly labelled: ReadonlySet<Stage>; readonly builtOn: ReadonlySet<Stage> } {
  const labelled = new Set<Stage>();
  const builtOn = new Set<Stage>();
  for (const stage of stages) {
    const base = variables.baseOf(stage)?.stage;
    if (has(stage) || (base !== undefined && labelled.has(base))) labelled.add(stage);
  }
  for (const stage of stages.toReversed()) {
    const base = variables.baseOf(stage)?.stage;
    if (base !== undefined && (has(stage) || builtOn.has(stage))) builtOn.add(base);
  }
  return { labelled, builtOn };
}

function keysOf({ instructions }: Stage): ReadonlySet<string> {
  return new Set(
    instructions.flatMap(({ name, arguments: args }) =>
      name === 'LABEL' && args.form === 'pairs' ? args.pairs.map(({ key }) => unquoted(key.text)) : [],
    ),
  );
}
