import type { Instruction } from '../syntax/tree.ts';
import type { Refusal } from './refusal.ts';

/** Here-documents that do not end. */
export function* heredocErrors({ heredocs, trigger }: Instruction): Iterable<Refusal> {
  // A trigger shares them with its ONBUILD.
  if (trigger) return;
  for (const { opener, name, terminator, chomp } of heredocs) {
    if (terminator !== undefined) continue;
    const where = chomp ? 'with nothing but tabs before it' : 'with nothing before or behind it';
    const message = `The here-document has no end. Put ${name} on a line of its own, ${where}.`;
    yield { code: 'UnterminatedHeredoc', span: opener.span, message };
    // Those behind it have nothing left to read.
    return;
  }
}
