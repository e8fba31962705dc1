import assert from 'node:assert/strict';
import { sourceAt } from '../../../language-server/dockerfile/syntax/logicalLine.ts';
import type { Instruction, SyntaxTree } from '../../../language-server/dockerfile/syntax/tree.ts';
import { contains, type Span } from '../../../language-server/text/span.ts';

/** Prints a tree from its smallest pieces, each of which must follow the one before without a gap. */
export function print({ text, parts }: SyntaxTree): string {
  const pieces = parts.flatMap((part) => (part.kind === 'instruction' ? piecesOf(part) : [part.span]));
  let at = 0;
  let printed = '';
  for (const { start, end } of pieces) {
    assert.equal(start, at, `a gap or an overlap at ${at}`);
    printed += text.slice(start, end);
    at = end;
  }
  return printed;
}

/** The parts of an instruction's logical line with what lies among them, and its here-documents. */
function piecesOf({ line, trivia, heredocs, span }: Instruction): readonly Span[] {
  const parts = line.starts.map((start, index) => {
    const length = (line.starts[index + 1] ?? line.text.length) - start;
    const from = line.sources[index] ?? 0;
    return { start: from, end: from + length };
  });
  const bodies = heredocs.flatMap(({ body, terminator }) =>
    terminator === undefined ? [body] : [body, terminator],
  );
  const pieces = [...parts, ...trivia.map((piece) => piece.span), ...bodies];
  pieces.sort((a, b) => a.start - b.start || a.end - b.end);
  // Line breaks and tabs between a here-document and what stands before it belong to no piece.
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1]?.end ?? span.start;
    return piece.start > before && heredocs.length > 0
      ? [{ start: before, end: piece.start }, piece]
      : [piece];
  });
}

/** Every node lies in its parent, in order, and each word is where its text stands. */
export function checkSpans(tree: SyntaxTree): void {
  for (const instruction of tree.instructions) checkInstruction(tree.text, instruction);
}

function checkInstruction(text: string, instruction: Instruction): void {
  const { span, keyword, flags, rest, arguments: args, line } = instruction;
  const words = [
    keyword,
    ...flags.flatMap(({ name, value }) => (value === undefined ? [name] : [name, value])),
    rest,
  ];
  for (const word of words) {
    assert.ok(contains(span, word.span), `${word.text} lies in its instruction`);
    if (word.offsets === undefined)
      assert.equal(line.text.slice(word.at, word.at + word.text.length), word.text);
    else assert.equal(word.offsets.length, word.text.length + 1);
  }
  for (let at = 0; at < Math.min(line.text.length, 1000); at++) {
    assert.equal(text[sourceAt(line, at)], line.text[at]);
  }
  switch (args.form) {
    case 'words':
      for (const word of args.words) assert.ok(contains(rest.span, word.span));
      break;
    case 'json':
      for (const word of args.elements) assert.ok(contains(rest.span, word.span));
      break;
    case 'pairs':
      for (const pair of args.pairs) {
        assert.ok(contains(rest.span, pair.span));
        assert.ok(contains(pair.span, pair.key.span));
        if (pair.value !== undefined) assert.ok(contains(pair.span, pair.value.span));
      }
      break;
    case 'instruction':
      checkInstruction(text, args.instruction);
      break;
    default:
  }
}
