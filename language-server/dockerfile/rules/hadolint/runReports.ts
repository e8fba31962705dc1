import type { Fix, Report } from '../../../lint/finding.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { RunCommand } from '../../shell/commands.ts';
import type { ShellToken } from '../../shell/word.ts';
import type { Instruction } from '../../syntax/tree.ts';

/** A command that a rule objects to. */
export interface Objection {
  readonly command: RunCommand;
  /** The word that it is about; the whole command, without `NAME=value` before it, where absent. */
  readonly token?: ShellToken;
  readonly edits?: readonly TextEdit[];
  /** Whether the edits may change what the command does, so that the fix is one to choose. */
  readonly uncertain?: boolean;
}

/**
 * One report for each RUN, as hadolint has it, at the first command that is objected to. The fix repairs all commands of
 * the RUN that can be repaired.
 */
export function* runReports(
  objections: Iterable<Objection>,
  message: (all: readonly Objection[]) => string,
  fix?: { readonly title: string; readonly safe: boolean },
): Iterable<Report> {
  for (const all of byRun(objections)) {
    const [first] = all;
    if (first === undefined) continue;
    const { command, token } = first;
    const { words, end } = command.command;
    const word = token ?? words[0];
    const span = command.run.spanOf(word?.start ?? 0, token?.end ?? end);
    const report = { span, message: message(all) };
    const edits = all.flatMap((one) => one.edits ?? []);
    if (fix === undefined || edits.length === 0) yield report;
    else {
      const safe = fix.safe && !all.some(({ uncertain }) => uncertain);
      const fixes: readonly Fix[] = [{ title: fix.title, edits, safe }];
      yield { ...report, fixes };
    }
  }
}

function byRun(objections: Iterable<Objection>): Iterable<readonly Objection[]> {
  const runs = new Map<Instruction, Objection[]>();
  for (const objection of objections) {
    const { instruction } = objection.command.run;
    const same = runs.get(instruction);
    if (same === undefined) runs.set(instruction, [objection]);
    else same.push(objection);
  }
  return runs.values();
}
