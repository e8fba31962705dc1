import type { Choice, Ui } from '../../src/commands/ui.ts';
import type { TerminalIo } from '../../src/engine/terminal.ts';

type Question = Parameters<Ui['confirm']>[0];
type Input = Parameters<Ui['input']>[0];
type ProcessOptions = Parameters<Ui['process']>[0];
type Problem = Parameters<Ui['problems']>[1][number];

/** A person's answers; what is asked beyond them throws. Undefined dismisses. */
export interface Answers {
  confirm?(question: Question): string | undefined;
  /** Validated as the editor does: an answer that would be refused throws what is wrong with it. */
  input?(input: Input): string | undefined;
  /** The label of the choice. */
  pick?(choices: readonly Choice<unknown>[]): string | undefined;
  /** What the terminal's programs speak to. */
  readonly terminal?: TerminalIo;
  /** Exit code of a child process. */
  process?(options: ProcessOptions): number | undefined;
  /** Cancels what shows progress. */
  readonly cancel?: AbortSignal;
}

/** A Ui that answers from a list and records what it was told. */
export interface RecordingUi extends Ui {
  readonly questions: readonly Question[];
  readonly inputs: readonly Input[];
  readonly said: readonly string[];
  readonly copied: readonly string[];
  readonly opened: readonly string[];
  readonly documents: readonly Parameters<Ui['json']>[0][];
  readonly processes: readonly ProcessOptions[];
  readonly terminals: readonly { readonly name: string }[];
  readonly titles: readonly string[];
  readonly found: ReadonlyMap<string, readonly Problem[]>;
}

export function recordingUi(answers: Answers = {}): RecordingUi {
  const record = {
    questions: [] as Question[],
    inputs: [] as Input[],
    said: [] as string[],
    copied: [] as string[],
    opened: [] as string[],
    documents: [] as Parameters<Ui['json']>[0][],
    processes: [] as ProcessOptions[],
    terminals: [] as { readonly name: string }[],
    titles: [] as string[],
    found: new Map<string, readonly Problem[]>(),
  };
  const remembered = new Map<string, string>();
  return {
    ...record,
    async confirm(question) {
      record.questions.push(question);
      const answer = expected(answers.confirm, question.message)(question);
      const action = question.actions.find((one) => one === answer);
      if (answer !== undefined && action === undefined) throw new Error(`“${answer}” is not offered.`);
      return action;
    },
    async input(input) {
      record.inputs.push(input);
      const answer = expected(answers.input, input.title)(input);
      const problem = answer === undefined ? undefined : input.validate?.(answer);
      if (problem !== undefined) throw new Error(problem);
      return answer;
    },
    async pick({ title, choices }) {
      const answer = expected(answers.pick, title)(choices);
      if (answer === undefined) return undefined;
      const choice = choices.find(({ label }) => label === answer);
      if (choice === undefined) throw new Error(`“${answer}” is not offered.`);
      return choice.value;
    },
    async pickMany({ title }) {
      throw new Error(`Unexpected question: ${title}`);
    },
    information: (message) => void record.said.push(message),
    warning: (message) => void record.said.push(message),
    progress(title, task) {
      record.titles.push(title);
      return task(answers.cancel ?? new AbortController().signal);
    },
    async terminal({ name, program }) {
      record.terminals.push({ name });
      const io = expected(answers.terminal, `terminal ${name}`);
      const code = await program(io);
      return io.signal.aborted ? undefined : code;
    },
    async process(options) {
      record.processes.push(options);
      return expected(answers.process, options.name)(options);
    },
    async json(document) {
      record.documents.push(document);
    },
    async copy(text) {
      record.copied.push(text);
    },
    async openExternal(url) {
      record.opened.push(url);
    },
    problems: (key, problems) => void record.found.set(key, problems),
    memory: {
      get: (key) => remembered.get(key),
      async set(key, value) {
        remembered.set(key, value);
      },
    },
  };
}

function expected<T>(answer: T | undefined, question: string): T {
  if (answer === undefined) throw new Error(`Unexpected question: ${question}`);
  return answer;
}
