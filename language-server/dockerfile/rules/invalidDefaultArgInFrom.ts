import type { Fix } from '../../lint/finding.ts';
import type { Stage } from '../analysis/stages.ts';
import { referenceProblem } from '../imageReference.ts';
import { spanIn } from '../syntax/logicalLine.ts';
import { shellWord, variablesIn } from '../syntax/shellWord.ts';
import type { Escape } from '../syntax/tree.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'InvalidDefaultArgInFrom',
  docs: `Without build arguments the image in FROM is no valid one, so that the file builds only with them. Give the ARG a
default, or use \`\${NAME:-default}\` in FROM.`,
  bad: [
    {
      file: 'ARG TAG\nFROM busybox:${TAG}\n     ^^^^^^^^^^^^^^ Default value for ARG busybox:${TAG} results in empty or invalid base image name\n',
      fixed: 'ARG TAG\nFROM busybox:${TAG:-latest}\n',
    },
    {
      file: 'ARG BASE\nFROM $BASE\n     ^^^^^ Default value for ARG $BASE results in empty or invalid base image name\n',
    },
  ],
  good: [
    'ARG TAG=1\nFROM busybox:${TAG}\n',
    'ARG TAG\nFROM busybox:${TAG:-latest}\n',
    'ARG V\nFROM busybox:1$V\n',
  ],
  *check({ stages, variables, escapeToken }) {
    for (const stage of stages) {
      const { base } = stage;
      if (base === undefined || !base.text.includes('$')) continue;
      const { text } = variables.expansionOf(base);
      if (text === undefined || referenceProblem(text) === undefined) continue;
      yield {
        span: base.span,
        message: `Default value for ARG ${base.text} results in empty or invalid base image name`,
        fixes: text.endsWith(':') ? tagFix(stage, escapeToken) : [],
      };
    }
  },
});

/** Gives the tag a default where it is one bare variable at the end. */
function tagFix({ base, from }: Stage, escapeToken: Escape): readonly Fix[] {
  if (base === undefined) return [];
  const { parts } = shellWord(base.text, { escapeToken });
  const last = variablesIn(parts).at(-1);
  if (last === undefined || last.modifier !== undefined || last.end !== base.text.length) return [];
  const newText = `\${${last.name}:-latest}`;
  const span = spanIn(from.line, base, last.start, last.end);
  return [{ title: `Write ${newText}`, edits: [{ span, newText }], safe: false }];
}
