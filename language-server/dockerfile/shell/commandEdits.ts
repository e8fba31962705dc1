import type { TextEdit } from '../../text/edit.ts';
import type { RunCommand } from './commands.ts';
import type { ShellToken } from './word.ts';

/** Puts a word behind another one of a command. */
export function insertedBehind({ run }: RunCommand, token: ShellToken, word: string): TextEdit {
  const { end } = run.spanOf(token.start, token.end);
  return { span: { start: end, end }, newText: run.exec ? `, ${JSON.stringify(word)}` : ` ${word}` };
}

/** Writes another word in the place of one. */
export function replacedWord({ run }: RunCommand, token: ShellToken, word: string): TextEdit {
  const newText = run.exec ? JSON.stringify(word) : word;
  return { span: run.spanOf(token.start, token.end), newText };
}

/**
 * Runs `addition` after a command of the file `text`, laid out like the command itself: on a line of its own where that
 * is. Nothing where it can't be put there: in the exec form, in a pipe, in a substitution.
 */
export function appendedCommand(text: string, last: RunCommand, addition: string): TextEdit | undefined {
  const { run, command } = last;
  if (run.exec || command.piped || command.depth > 0) return undefined;
  const { end } = run.spanOf(command.start, command.end);
  return { span: { start: end, end }, newText: joinerOf(text, last) + addition };
}

/** What stands between a command and the one before, where it is `&&` or a line break; `&&` on the same line else. */
function joinerOf(text: string, { run, command }: RunCommand): string {
  const { commands } = run.script;
  const before = commands[commands.indexOf(command) - 1];
  if (before === undefined) return ' && ';
  const { end } = run.spanOf(before.start, before.end);
  const between = text.slice(end, run.spanOf(command.start, command.end).start);
  const fits = command.joiner === '\n' ? /^\s+$/.test(between) : /^[\s\\`]+&&[\s\\`]+$/.test(between);
  return fits ? between : ' && ';
}
