import type { Fix } from '../../../lint/finding.ts';
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
        for (const { index, value, variable, from, to, setBefore } of references(
          args.pairs,
          tree.escapeToken,
        )) {
          if (known.has(variable)) continue;
          yield {
            span: spanIn(instruction.line, value, from, to),
            message: `${variable} is set by this very ENV, so that this is its value before. Set it in an ENV above.`,
            fixes: setBefore && !instruction.trigger ? split(instruction, args.pairs, index, tree.text) : [],
          };
        }
      }
      for (const { key } of args.pairs) known.add(key.text);
    }
  },
});

interface Reference {
  /** Of the pair that has it. */
  readonly index: number;
  readonly value: Word;
  readonly variable: string;
  /** In the value. */
  readonly from: number;
  readonly to: number;
  /** Whether a pair further up sets the variable. */
  readonly setBefore: boolean;
}

/** Where a pair uses a variable that another pair of the same ENV sets; a modifier shows that its absence is thought of. */
function* references(pairs: readonly Pair[], escapeToken: Escape): Iterable<Reference> {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  for (const [index, { key }] of pairs.entries()) {
    if (!first.has(key.text)) first.set(key.text, index);
    last.set(key.text, index);
  }
  for (const [index, { value }] of pairs.entries()) {
    if (value === undefined || !value.text.includes('$')) continue;
    for (const { name, start, end, modifier } of variablesIn(shellWord(value.text, { escapeToken }).parts)) {
      const from = first.get(name);
      if (modifier !== undefined || from === undefined || (from === index && last.get(name) === index))
        continue;
      yield { index, value, variable: name, from: start, to: end, setBefore: from < index };
    }
  }
}

/** Begins another ENV before the pair. */
function split(
  { keyword }: Instruction,
  pairs: readonly Pair[],
  index: number,
  text: string,
): readonly Fix[] {
  const before = pairs[index - 1];
  const pair = pairs[index];
  if (before === undefined || pair === undefined) return [];
  const gap = { start: before.span.end, end: pair.span.start };
  // A comment would be lost.
  if (text.slice(gap.start, gap.end).includes('#')) return [];
  return [
    {
      title: 'Begin another ENV here',
      edits: [{ span: gap, newText: `\n${keyword.text} ` }],
      safe: false,
    },
  ];
}
