import type { HadolintConfiguration, LabelType } from '../../configuration/hadolintConfiguration.ts';
import type { DockerfileRule } from '../rule.ts';
import { labelsIn } from './labels.ts';
import { hadolintRule } from './rule.ts';

/** What a label's value must be. */
interface LabelFormat {
  readonly id: string;
  readonly type: LabelType;
  /** What it is, with an article: `a URL`. */
  readonly what: string;
  readonly docs: string;
  /** One that fits, and one that does not. */
  readonly right: string;
  readonly wrong: string;
  fits(value: string): boolean;
}

/** A rule about the labels that the configuration gives a type. */
export function labelFormat({
  id,
  type,
  what,
  docs,
  right,
  wrong,
  fits,
}: LabelFormat): (configuration: HadolintConfiguration) => DockerfileRule {
  const message = `The label \`it\` must be ${what}.`;
  const line = `LABEL it="${wrong}"`;
  return ({ labelSchema }) =>
    hadolintRule({
      id,
      hadolintSeverity: 'warning',
      docs: `${docs} \`label-schema\` in \`.hadolint.yaml\` says which labels these are; one whose value only the build knows has the
type \`text\`.`,
      exampleSettings: `label-schema:\n  it: ${type}\n`,
      bad: [
        {
          file: `FROM debian:12\n${line}\n         ${'^'.repeat(wrong.length + 2)} ${message}\n`,
        },
      ],
      good: [`FROM debian:12\nLABEL it="${right}" other="${wrong}"\nENV IT="${right}"\nLABEL it=$IT\n`],
      *check(tree) {
        if (![...labelSchema.values()].includes(type)) return;
        for (const { key, value, valueWord } of labelsIn(tree)) {
          if (labelSchema.get(key) === type && !fits(value))
            yield { span: valueWord.span, message: `The label \`${key}\` must be ${what}.` };
        }
      },
    });
}
