import type { HadolintConfiguration } from '../../configuration/hadolintConfiguration.ts';
import type { DockerfileRule } from '../rule.ts';
import { labelsIn } from './labels.ts';
import { hadolintRule } from './rule.ts';

/** Labels that the configuration has no place for. */
export function DL3050({ labelSchema, strictLabels }: HadolintConfiguration): DockerfileRule {
  return hadolintRule({
    id: 'DL3050',
    hadolintSeverity: 'info',
    docs: `With \`strict-labels: true\` in \`.hadolint.yaml\` an image has no labels but those of its \`label-schema\`.`,
    exampleSettings: 'strict-labels: true\nlabel-schema:\n  version: semver\n',
    bad: [
      {
        file: 'FROM debian:12\nLABEL version=1.0.0 author=me\n                    ^^^^^^ There is no label `author` in the label-schema of .hadolint.yaml. Remove it, or add it there.\n',
      },
    ],
    good: ['FROM debian:12\nLABEL version=1.0.0\n'],
    *check(tree) {
      if (!strictLabels) return;
      for (const { key, keyWord } of labelsIn(tree)) {
        if (labelSchema.has(key)) continue;
        yield {
          span: keyWord.span,
          message: `There is no label \`${key}\` in the label-schema of .hadolint.yaml. Remove it, or add it there.`,
        };
      }
    },
  });
}
