import type { RunScript } from './runScripts.ts';
import type { ShellCommand } from './script.ts';
import type { ShellToken } from './word.ts';

/** A word behind the program. */
export interface Argument extends ShellToken {
  /** What it switches on: `name` of `--name=value`, each letter of `-abc`; none where it is no flag. */
  readonly flags: readonly string[];
}

/** A command of a RUN whose program the text tells. */
export interface RunCommand {
  readonly run: RunScript;
  /** Its place among all commands of the file. */
  readonly index: number;
  readonly command: ShellCommand;
  /** As written, without quotes; not what `sudo` or `env` starts. */
  readonly program: string;
  readonly programToken: ShellToken;
  readonly arguments: readonly Argument[];
}

/** The commands of a file, to be found by their program. */
export interface Commands {
  /** In the order of the text. */
  readonly all: readonly RunCommand[];
  /** The programs that are run. */
  readonly programs: readonly string[];
  /** Those of any of the programs, in the order of the text. */
  of(...programs: readonly string[]): readonly RunCommand[];
}

/** All commands of the scripts. Linear. */
export function commandsOf(scripts: readonly RunScript[]): Commands {
  const all: RunCommand[] = [];
  const byProgram = new Map<string, RunCommand[]>();
  for (const run of scripts) {
    for (const command of run.script.commands) {
      const at = programAt(command.words);
      const programToken = command.words[at];
      if (programToken?.literal !== true) continue;
      const program = programToken.text;
      const words = command.words.slice(at + 1);
      const found = {
        run,
        index: all.length,
        command,
        program,
        programToken,
        arguments: words.map(argument),
      };
      all.push(found);
      const same = byProgram.get(program);
      if (same === undefined) byProgram.set(program, [found]);
      else same.push(found);
    }
  }
  return {
    all,
    programs: [...byProgram.keys()],
    of(...programs) {
      const lists = programs.flatMap((program) => byProgram.get(program) ?? []);
      return programs.length === 1 ? lists : lists.sort((a, b) => a.index - b.index);
    },
  };
}

/** Commands script by script; those of a script stand together already. */
export function byScript(
  commands: readonly RunCommand[],
): readonly (readonly [RunScript, readonly RunCommand[]])[] {
  const scripts = new Map<RunScript, RunCommand[]>();
  for (const command of commands) {
    const same = scripts.get(command.run);
    if (same === undefined) scripts.set(command.run, [command]);
    else same.push(command);
  }
  return [...scripts];
}

/** Whether one of its words is one of these, wherever it stands. */
export function hasArgument({ arguments: args }: RunCommand, ...texts: readonly string[]): boolean {
  return args.some(({ text }) => texts.includes(text));
}

/** Whether it has one of these flags; names without dashes. */
export function hasFlag({ arguments: args }: RunCommand, ...names: readonly string[]): boolean {
  return args.some(({ flags }) => flags.some((flag) => names.includes(flag)));
}

/** How often it has a flag: `-qq` counts twice. */
export function countFlag({ arguments: args }: RunCommand, name: string): number {
  return args.reduce((sum, { flags }) => sum + flags.filter((flag) => flag === name).length, 0);
}

/** The arguments that are neither flags nor the values of the flags named in `valued`. */
export function operands(
  { arguments: args }: RunCommand,
  valued: readonly string[] = [],
): readonly Argument[] {
  const found: Argument[] = [];
  let value = false;
  for (const arg of args) {
    const isValue = value;
    value = arg.flags.some((flag) => valued.includes(flag)) && !arg.text.includes('=');
    if (!isValue && arg.flags.length === 0 && arg.text !== '--' && arg.text !== '-') found.push(arg);
  }
  return found;
}

/** Whether the words stand in its arguments one behind the other. */
export function hasSequence({ arguments: args }: RunCommand, ...texts: readonly string[]): boolean {
  return args.some((_, start) => texts.every((text, offset) => args[start + offset]?.text === text));
}

/** Whether it installs Python packages by `pip`, `pip3`… or `python -m pip`. */
function isPipInstall(command: RunCommand): boolean {
  const { program } = command;
  if (program.startsWith('pip')) return !/^pip(?:env|x)/.test(program) && hasArgument(command, 'install');
  return program.startsWith('python') && hasSequence(command, '-m', 'pip', 'install');
}

/** The commands that install Python packages, in the order of the text. */
export function pipInstalls({ programs, of }: Commands): readonly RunCommand[] {
  return of(...programs.filter((program) => /^(?:pip|python)/.test(program))).filter(isPipInstall);
}

function argument(token: ShellToken): Argument {
  return { ...token, flags: flagsIn(token.text) };
}

const none: readonly string[] = [];

function flagsIn(text: string): readonly string[] {
  if (!text.startsWith('-') || text === '-' || text === '--') return none;
  if (!text.startsWith('--')) return [...text.slice(1)];
  const equals = text.indexOf('=');
  return [text.slice(2, equals < 0 ? undefined : equals)];
}

/** Which word names the program: the one behind those that only pass a command on. */
function programAt(words: readonly ShellToken[]): number {
  const first = words[0]?.text;
  if (first === 'exec') {
    let at = 1;
    while (words[at]?.text.startsWith('-') === true) at += words[at]?.text === '-a' ? 2 : 1;
    return at < words.length ? at : 0;
  }
  const passes = first === 'busybox' || first === 'builtin' || first === 'command';
  return passes && words[1]?.text.startsWith('-') === false ? 1 : 0;
}
