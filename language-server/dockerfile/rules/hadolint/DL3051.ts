import type { HadolintConfiguration } from '../../configuration/hadolintConfiguration.ts';
import type { DockerfileRule } from '../rule.ts';
import { labelsIn } from './labels.ts';
import { hadolintRule } from './rule.ts';

/** Labels of the configuration that say nothing. */
export function DL3051({ labelSchema }: HadolintConfiguration): DockerfileRule {
  return hadolintRule({
    id: 'DL3051',
    hadolintSeverity: 'warning',
    docs: `A label that \`label-schema\` in \`.hadolint.yaml\` asks for is there, and empty.`,
    exampleSettings: 'label-schema:\n  author: text\n',
    bad: [
      {
        file: 'FROM debian:12\nLABEL author=""\n             ^^ The label `author` is empty. Give it a value.\n',
      },
    ],
    good: ['FROM debian:12\nLABEL author=me other=""\n'],
    *check(tree) {
      if (labelSchema.size === 0) return;
      for (const { key, value, valueWord } of labelsIn(tree)) {
        if (labelSchema.has(key) && value === '')
          yield { span: valueWord.span, message: `The label \`${key}\` is empty. Give it a value.` };
      }
    },
  });
}
