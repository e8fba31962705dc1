import type { Fix } from '../../lint/finding.ts';
import type { TextEdit } from '../../text/edit.ts';
import { spanIn } from '../syntax/logicalLine.ts';
import type { Escape, Instruction } from '../syntax/tree.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'LegacyKeyValueFormat',
  docs: `\`ENV name value\` and \`LABEL name value\` are the old way to write \`ENV name=value\`. It takes one pair alone, and all
to the line’s end for the value.`,
  bad: [
    {
      file: 'FROM alpine\nENV DIR /my directory/$x\n^^^ "ENV key=value" should be used instead of legacy "ENV key value" format\nLABEL foo  bar\n^^^^^ "LABEL key=value" should be used instead of legacy "LABEL key value" format\n',
      fixed: 'FROM alpine\nENV DIR="/my directory/$x"\nLABEL foo=bar\n',
    },
    {
      file: 'FROM alpine\nENV a "b c" d\\ e f\n^^^ "ENV key=value" should be used instead of legacy "ENV key value" format\n',
      fixed: 'FROM alpine\nENV a="b c"\\ d\\ e\\ f\n',
    },
  ],
  good: ['FROM alpine\nENV DIR=/my-directory a="b c"\nLABEL foo=bar\n'],
  *check({ stages, escapeToken }) {
    for (const instruction of stages.flatMap((stage) => stage.instructions)) {
      const { name, keyword, arguments: args } = instruction;
      if ((name !== 'ENV' && name !== 'LABEL') || args.form !== 'pairs' || !args.legacy) continue;
      yield {
        span: keyword.span,
        message: `"${keyword.text} key=value" should be used instead of legacy "${keyword.text} key value" format`,
        fixes: fixesFor(instruction, escapeToken),
      };
    }
  },
});

/** Puts `=` between the two and makes the value one word: in quotes, or where it has some, with its blanks escaped. */
function fixesFor({ arguments: args, line, trivia }: Instruction, escapeToken: Escape): readonly Fix[] {
  const [pair] = args.form === 'pairs' ? args.pairs : [];
  if (pair?.value === undefined || /["'\\`]/.test(pair.key.text)) return [];
  const { key, value } = pair;
  const gap = { start: key.span.end, end: value.span.start };
  if (trivia.some(({ kind, span }) => kind === 'comment' && span.start >= gap.start && span.end <= gap.end))
    return [];
  const edits: TextEdit[] = [{ span: gap, newText: '=' }];
  const { text, span } = value;
  if (!/\s/.test(text)) return [{ title: 'Write key=value', edits, safe: true }];
  if (!text.includes('"') && !text.includes("'") && !text.includes(escapeToken)) {
    edits[0] = { span: gap, newText: '="' };
    edits.push({ span: { start: span.end, end: span.end }, newText: '"' });
    return [{ title: 'Write key=value', edits, safe: true }];
  }
  const blanks = unquotedBlanks(text, escapeToken);
  if (blanks === undefined) return [];
  for (const blank of blanks) {
    const { start } = spanIn(line, value, blank, blank + 1);
    edits.push({ span: { start, end: start }, newText: escapeToken });
  }
  return [{ title: 'Write key=value', edits, safe: true }];
}

/** Where white space stands outside quotes and is not escaped; nothing where a quote is not closed. */
function unquotedBlanks(text: string, escapeToken: Escape): readonly number[] | undefined {
  const blanks: number[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === escapeToken && quote !== "'") at++;
    else if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (quote === '' && /\s/.test(char)) blanks.push(at);
  }
  return quote === '' ? blanks : undefined;
}
