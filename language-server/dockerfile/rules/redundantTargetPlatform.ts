import type { Word } from '../syntax/logicalLine.ts';
import { shellWord, variablesIn } from '../syntax/shellWord.ts';
import type { Escape } from '../syntax/tree.ts';
import { flagRemoval } from './flagRemoval.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'RedundantTargetPlatform',
  aliases: ['DL3065'],
  docs: `\`--platform=$TARGETPLATFORM\` in FROM says what is so anyway: images are taken for the platform that is built for.`,
  bad: [
    {
      file: 'FROM --platform=$TARGETPLATFORM alpine AS builder\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^ Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior\n',
      fixed: 'FROM alpine AS builder\n',
    },
    {
      file: 'FROM --platform=${TARGETPLATFORM:-linux/amd64} alpine\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Setting platform to predefined ${TARGETPLATFORM:-linux/amd64} in FROM is redundant as this is the default behavior\n',
      fixed: 'FROM alpine\n',
    },
  ],
  good: [
    'FROM --platform=$BUILDPLATFORM alpine\n',
    'FROM --platform=${TARGETPLATFORM}/v8 alpine\n',
    'FROM alpine\n',
  ],
  *check({ stages, escapeToken }) {
    for (const { from } of stages) {
      for (const flag of from.flags) {
        const { name, value, span } = flag;
        if (name.text !== 'platform' || value === undefined || !isTargetPlatform(value, escapeToken))
          continue;
        yield {
          span,
          message: `Setting platform to predefined ${value.text} in FROM is redundant as this is the default behavior`,
          unnecessary: true,
          fixes: flagRemoval(from, flag, true),
        };
      }
    }
  },
});

/** Whether a word gives the target platform and nothing else, whatever it is. */
function isTargetPlatform({ text }: Word, escapeToken: Escape): boolean {
  const { parts, error } = shellWord(text, { escapeToken });
  const [only, ...others] = parts;
  if (error !== undefined || only?.kind !== 'variable' || others.length > 0) return false;
  return (
    variablesIn(parts).every(({ name }) => name === 'TARGETPLATFORM') &&
    (only.modifier === undefined || /[-?]$/.test(only.modifier.operator))
  );
}
