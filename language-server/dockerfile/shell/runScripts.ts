import type { Span } from '../../text/span.ts';
import { readHadolintPragma } from '../analysis/hadolintPragma.ts';
import type { Stage, Stages } from '../analysis/stages.ts';
import type { Variables } from '../analysis/variable.ts';
import { type LogicalLine, spanIn, type Word } from '../syntax/logicalLine.ts';
import type { Instruction } from '../syntax/tree.ts';
import { parseScript, type ShellScript } from './script.ts';

/** What a RUN runs, split into commands. */
export interface RunScript {
  /** The RUN itself, also where an ONBUILD keeps it. */
  readonly instruction: Instruction;
  /** The instruction of the file: the ONBUILD, or the RUN. */
  readonly outer: Instruction;
  /** Absent before the first FROM, where BuildKit refuses it. */
  readonly stage?: Stage;
  readonly script: ShellScript;
  /** Whether it is the exec form of one command, without a shell. */
  readonly exec: boolean;
  /** The shell that reads it, as SHELL names it: `/bin/sh -c` unless the file says otherwise. */
  readonly shell: readonly string[];
  /** Where `script.text.slice(start, end)` stands in the file. */
  spanOf(start: number, end: number): Span;
}

const posixShell: readonly string[] = ['/bin/sh', '-c'];

/** The scripts of all RUN instructions, in their order. Those of other languages, by SHELL or by their `#!`, have no commands. */
export function runScripts(
  { stages, preamble }: Stages,
  variables: Variables,
  text: string,
): readonly RunScript[] {
  const scripts: RunScript[] = [];
  const shells = new Map<Stage, readonly string[]>();
  const walk = (instructions: readonly Instruction[], stage?: Stage): void => {
    const base = stage === undefined ? undefined : variables.baseOf(stage);
    let shell = (base?.exact === true ? shells.get(base.stage) : undefined) ?? posixShell;
    for (const outer of instructions) {
      const { arguments: args } = outer;
      shell = commentedShell(outer, text) ?? shell;
      if (outer.name === 'SHELL' && args.form === 'json')
        shell = args.elements.map((element) => element.text);
      const instruction = args.form === 'instruction' ? args.instruction : outer;
      if (instruction.name !== 'RUN') continue;
      const place = { instruction, outer, shell, ...(stage === undefined ? {} : { stage }) };
      scripts.push(...scriptsOf(instruction, text).map((part) => ({ ...place, ...part })));
    }
    if (stage !== undefined) shells.set(stage, shell);
  };
  walk(preamble);
  for (const stage of stages) walk(stage.instructions, stage);
  return scripts.map((script) =>
    isPosix(script) ? script : { ...script, script: noCommands(script.script) },
  );
}

/** The shell that a `# hadolint shell=…` right above an instruction says the stage has from there on. */
function commentedShell({ comments }: Instruction, text: string): readonly string[] | undefined {
  for (const { span } of comments) {
    const pragma = readHadolintPragma(text.slice(span.start, span.end).trimEnd());
    if (pragma?.kind === 'shell') return [pragma.shell];
  }
  return undefined;
}

type Part = Pick<RunScript, 'script' | 'exec' | 'spanOf'> & { readonly shell?: readonly string[] };

function scriptsOf(instruction: Instruction, text: string): readonly Part[] {
  const { arguments: args, line, heredocs } = instruction;
  if (args.form === 'json') return [shellScript(line, args.elements) ?? execScript(args.elements)];
  if (args.form !== 'text') return [];
  const word = args.text;
  const command: Part = {
    script: parseScript(word.text),
    exec: false,
    spanOf: (start, end) => spanIn(line, word, start, end),
  };
  // Without a command before them, here-documents are what the shell runs.
  if (heredocs.length === 0 || command.script.commands.length > 0) return [command];
  return heredocs.map(({ body }): Part => {
    const script = text.slice(body.start, body.end);
    const program = /^\s*#!\s*(\S+)(?:[ \t]+(\S+))?/.exec(script);
    return {
      script: parseScript(script),
      exec: false,
      spanOf: (start, end) => ({ start: body.start + start, end: body.start + end }),
      ...(program === null ? {} : { shell: [program[1] ?? '', program[2] ?? ''] }),
    };
  });
}

/** What `["bash", "-c", "…"]` runs. */
function shellScript(line: LogicalLine, elements: readonly Word[]): Part | undefined {
  const at = elements.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const word = elements[at + 1];
  if (at < 1 || word === undefined || !posixShells.test(elements[0]?.text ?? '')) return undefined;
  return {
    script: parseScript(word.text),
    exec: false,
    shell: elements.slice(0, at + 1).map(({ text }) => text),
    spanOf: (start, end) => spanIn(line, word, start, end),
  };
}

/** The exec form is one command, whose words stand where its strings do. */
function execScript(elements: readonly Word[]): Part {
  let text = '';
  const words = elements.map((element) => {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? element.text : `${text} ${element.text}`;
    return { text: element.text, start, end: text.length, literal: true, span: element.span };
  });
  const script: ShellScript = {
    text,
    commands:
      words.length === 0
        ? []
        : [{ words, assignments: [], start: 0, end: text.length, joiner: '', piped: false, depth: 0 }],
    comments: [],
  };
  return {
    script,
    exec: true,
    spanOf(start, end) {
      const first = words.find((word) => word.end > start) ?? words[0];
      const last = words.findLast((word) => word.start < end) ?? first;
      return { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
    },
  };
}

const posixShells = /(?:^|[/\\])(?:ba|da|k|mk|a|z)?sh(?:\.exe)?$/i;

/** Whether its syntax is that of the POSIX shell: also with `env` in a `#!`. */
function isPosix({ shell: [program = '', argument = ''] }: RunScript): boolean {
  return posixShells.test(program) || (/(?:^|\/)env$/.test(program) && posixShells.test(argument));
}

function noCommands({ text }: ShellScript): ShellScript {
  return { text, commands: [], comments: [] };
}
