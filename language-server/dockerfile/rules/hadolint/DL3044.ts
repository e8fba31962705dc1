import type { Fix } from '../../../lint/finding.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { spanIn, type Word } from '../../syntax/logicalLine.ts';
import { shellWord, variablesIn } from '../../syntax/shellWord.ts';
import type { Escape, Instruction, Pair } from '../../syntax/tree.ts';
import { everyInstruction } from './everyInstruction.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3044',
  hadolintSeverity: 'error',
  docs: `All pairs of an ENV are read before any of them is set, so that one that uses another gets what that was before, often
nothing. Set what others use in an ENV of its own, above.`,
  bad: [
    {
      file: 'FROM debian:12\nENV A=/a B="$A/b"\n            ^^ A is set by this very ENV, so that this is its value before. Set it in an ENV above.\n',
      fixed: 'FROM debian:12\nENV A=/a\nENV B="$A/b"\n',
    },
    {
      file: 'FROM debian:12\nENV A=/a \\\n    B="/c:\\\n$A/b"\n^^ A is set by this very ENV, so that this is its value before. Set it in an ENV above.\n',
      fixed: 'FROM debian:12\nENV A=/a\nENV B="/c:\\\n$A/b"\n',
    },
    {
      file: 'ENV PATH=/a:${PATH} PATH=/b:${PATH}\n            ^^^^^^^ PATH is set by this very ENV, so that this is its value before. Set it in an ENV above.\n                            ^^^^^^^ PATH is set by this very ENV, so that this is its value before. Set it in an ENV above.\n',
      fixed: 'ENV PATH=/a:${PATH}\nENV PATH=/b:${PATH}\n',
    },
  ],
  good: [
    'FROM debian:12\nENV A=/a\nENV B=$A/b\n',
    'FROM debian:12\nENV A=/a B=$AB C=${A_B} D=\\$A E=A\n',
    'FROM debian:12\nARG A\nENV A=$A B=$A\n',
    'FROM debian:12\nENV PATH=/a:$PATH B=${A:-x} A=1\n',
  ],
  *check(tree) {
    const known = new Set<string>();
    for (const instruction of everyInstruction(tree)) {
      const { name, arguments: args } = instruction;
      if ((name !== 'ENV' && name !== 'ARG') || args.form !== 'pairs') continue;
      if (name === 'ENV' && args.pairs.length > 1) {
        for (const { pair, value, variable, from, to } of references(args.pairs, tree.escapeToken)) {
          if (known.has(variable)) continue;
          yield {
            span: spanIn(instruction.line, value, from, to),
            message: `${variable} is set by this very ENV, so that this is its value before. Set it in an ENV above.`,
            fixes: split(instruction, args.pairs, pair, variable),
          };
        }
      }
      for (const { key } of args.pairs) known.add(key.text);
    }
  },
});

interface Reference {
  readonly pair: Pair;
  readonly value: Word;
  readonly variable: string;
  /** In the value. */
  readonly from: number;
  readonly to: number;
}

/** Where a pair uses a variable that another pair of the same ENV sets; a modifier shows that its absence is thought of. */
function* references(pairs: readonly Pair[], escapeToken: Escape): Iterable<Reference> {
  const setBy = new Map<string, Pair[]>();
  for (const pair of pairs) setBy.set(pair.key.text, [...(setBy.get(pair.key.text) ?? []), pair]);
  for (const pair of pairs) {
    const { value } = pair;
    if (value === undefined || !value.text.includes('$')) continue;
    for (const { name, start, end, modifier } of variablesIn(shellWord(value.text, { escapeToken }).parts)) {
      if (modifier === undefined && setBy.get(name)?.some((other) => other !== pair))
        yield { pair, value, variable: name, from: start, to: end };
    }
  }
}

/** Begins another ENV before the pair, where what it uses is set before it. */
function split(
  { keyword, trivia, trigger }: Instruction,
  pairs: readonly Pair[],
  pair: Pair,
  variable: string,
): readonly Fix[] {
  const index = pairs.indexOf(pair);
  const before = pairs[index - 1];
  if (trigger || before === undefined) return [];
  if (!pairs.slice(0, index).some(({ key }) => key.text === variable)) return [];
  const gap = { start: before.span.end, end: pair.span.start };
  if (trivia.some(({ kind, span }) => kind === 'comment' && span.start >= gap.start && span.end <= gap.end))
    return [];
  const edit: TextEdit = { span: gap, newText: `\n${keyword.text} ` };
  return [{ title: 'Begin another ENV here', edits: [edit], safe: false }];
}
