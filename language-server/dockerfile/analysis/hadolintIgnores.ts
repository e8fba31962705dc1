import type { Instruction, SyntaxTree, Trivia } from '../syntax/tree.ts';
import { readHadolintPragma } from './hadolintPragma.ts';

/** The rules that a file's comments tell hadolint to ignore. */
export interface HadolintIgnores {
  /** Whether one of these names is ignored for what is found in an instruction; for the file where that is absent. */
  has(names: readonly string[], instruction: Instruction | undefined): boolean;
}

/**
 * Reads them all. Where they hold is as in hadolint: a comment right above an instruction for that one, a `stage` one from
 * the line behind the next one on to the stage's end, a `global` one everywhere.
 */
export function hadolintIgnores(tree: SyntaxTree): HadolintIgnores {
  const file = new Set<string>();
  const lines = new Map<number, ReadonlySet<string>>();
  const stages = new Map<number, ReadonlySet<string>>();
  for (const part of tree.parts) {
    if (part.kind === 'comment') {
      const text = textOf(tree.text, part);
      const pragma = readHadolintPragma(text);
      if (pragma?.kind !== 'ignore') continue;
      const { scope, codes } = pragma;
      const next = nextLine(tree.text, part.span.end);
      if (scope === 'file') for (const code of codes) file.add(code);
      else (scope === 'line' ? lines : stages).set(next, new Set(codes));
    } else if (part.kind === 'instruction' && part.name === 'FROM') {
      const line = lineStart(tree.text, part.span.start);
      if (!stages.has(line)) stages.set(line, new Set());
    }
  }
  const silent = file.size === 0 && lines.size === 0 && [...stages.values()].every(({ size }) => size === 0);
  const stageStarts = [...stages.keys()];
  return {
    has(names, instruction) {
      if (silent) return false;
      if (names.some((name) => file.has(name))) return true;
      if (instruction === undefined) return false;
      const line = lineStart(tree.text, instruction.span.start);
      const own = lines.get(line);
      const stage = stages.get(lastBelow(stageStarts, line));
      return names.some((name) => own?.has(name) || stage?.has(name));
    },
  };
}

/** Without the line break, where the comment has one. */
function textOf(text: string, { span }: Trivia): string {
  return text.slice(span.start, span.end).trimEnd();
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The greatest of ascending numbers that is less than another; -1 where none is. */
function lastBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return ascending[low - 1] ?? -1;
}
