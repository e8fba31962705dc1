import { checkDirective, parseCheckOptions } from '../analysis/checkOptions.ts';
import { instructionInfo } from '../instructions/index.ts';
import { lineAt } from '../syntax/scan.ts';
import type { DockerfileTree } from '../tree.ts';
import { type Refusal, replaceFix } from './refusal.ts';

/** What is wrong with a file as a whole: its directives, its lines, what stands before the first FROM. */
export function* fileErrors(tree: DockerfileTree): Iterable<Refusal> {
  yield* directiveErrors(tree);
  yield* longLines(tree);
  const { text, instructions, preamble, stages } = tree;
  const last = instructions.at(-1);
  const before = preamble.find(({ name }) => name !== 'ARG');
  if (before !== undefined && instructionInfo(before.name) !== undefined) {
    const { keyword, name } = before;
    const message = `${name} stands before the first FROM, where only ARG may. Begin the stage with FROM and an image.`;
    yield { code: 'NoStage', span: keyword.span, message };
  } else if (last === undefined) {
    const message = 'The file has no instructions. Begin with FROM and an image, such as FROM alpine.';
    yield { code: 'NoInstructions', span: { start: text.length, end: text.length }, message };
  } else if (stages.length === 0 && before === undefined) {
    const message = 'The file has no stage to build. Add FROM and an image.';
    yield { code: 'NoStage', span: last.keyword.span, message };
  }
}

function* directiveErrors(tree: DockerfileTree): Iterable<Refusal> {
  for (const { name, nameSpan, value, valueSpan, repeated } of tree.directives) {
    if (repeated) {
      const message = `The parser directive ${name} is given twice. Keep one of them.`;
      yield { code: 'DuplicateDirective', span: nameSpan, message };
    } else if (name === 'escape' && value !== '\\' && value !== '`') {
      const message = `“${value}” is no escape character. Use \\ or \`.`;
      const fixes = ['\\', '`'].map((escapeToken) =>
        replaceFix(`Use ${escapeToken}`, valueSpan, escapeToken),
      );
      yield { code: 'InvalidEscape', span: valueSpan, message, fixes };
    }
  }
  const check = checkDirective(tree);
  if (check === undefined) return;
  const options = parseCheckOptions(check.value);
  if ('problem' in options)
    yield { code: 'InvalidCheckOption', span: check.valueSpan, message: options.problem };
}

/** More than Go's scanner takes, in bytes of UTF-8. */
const longestLine = 65_535;

function* longLines({ text }: DockerfileTree): Iterable<Refusal> {
  for (let at = 0; at < text.length; ) {
    const { start, end, next } = lineAt(text, at);
    if (end - start > longestLine / 3 && Buffer.byteLength(text.slice(start, next)) > longestLine) {
      const message = `The line is longer than ${longestLine} bytes, which no build takes. Split it.`;
      yield { code: 'LineTooLong', span: { start, end }, message };
    }
    at = next;
  }
}
