import { type AnyForm, anyForm, type Fields, type Form, type Values } from '../../src/commands/form.ts';
import { blocks, formProblems, type ShownProblem } from '../../src/commands/formProblems.ts';
import { effectiveValues, initialValues } from '../../src/commands/formValues.ts';
import type { Report } from '../../src/commands/report.ts';
import type { Choice, LiveDocument, Ui } from '../../src/commands/ui.ts';
import type { TerminalIo } from '../../src/engine/terminal.ts';

type Question = Parameters<Ui['confirm']>[0];
type Input = Parameters<Ui['input']>[0];
type ProcessOptions = Parameters<Ui['process']>[0];
type Problem = Parameters<Ui['problems']>[1][number];

type Password = Parameters<Ui['password']>[0];
type OpenFiles = Parameters<Ui['openFiles']>[0];
type SaveFile = Parameters<Ui['saveFile']>[0];
type Progress = Parameters<Report>[0];

/** A form as the person sees it. */
interface ShownForm {
  readonly form: AnyForm;
  readonly title: string;
  readonly values: Values<Fields>;
  readonly problems: readonly ShownProblem[];
  readonly preview: string | undefined;
  /** What the last submission failed with. */
  readonly error: unknown;
}

/** A document with what it said when it was opened. */
interface ShownDocument extends LiveDocument {
  readonly value: unknown;
}

/** A person's answers; what is asked beyond them throws. Undefined dismisses. */
export interface Answers {
  confirm?(question: Question): string | undefined;
  /** Validated as the editor does: an answer that would be refused throws what is wrong with it. */
  input?(input: Input): string | undefined;
  password?(input: Password): string | undefined;
  /**
   * What is written into the fields before it is submitted; all else stays. What the page would refuse throws what is
   * wrong. Asked again with the `error` of a submission that failed.
   */
  form?(shown: ShownForm): Readonly<Record<string, unknown>> | undefined;
  openFiles?(options: OpenFiles): readonly string[] | undefined;
  saveFile?(options: SaveFile): string | undefined;
  /** The label of the choice. */
  pick?(choices: readonly Choice<unknown>[]): string | undefined;
  /** The labels of the choices. */
  pickMany?(choices: readonly Choice<unknown>[]): readonly string[] | undefined;
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
  readonly revealed: readonly string[];
  readonly passwords: readonly Password[];
  readonly forms: readonly ShownForm[];
  readonly documents: readonly ShownDocument[];
  readonly compared: readonly (readonly [ShownDocument, ShownDocument])[];
  readonly reported: readonly Progress[];
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
    revealed: [] as string[],
    passwords: [] as Password[],
    forms: [] as ShownForm[],
    documents: [] as ShownDocument[],
    compared: [] as (readonly [ShownDocument, ShownDocument])[],
    reported: [] as Progress[],
    processes: [] as ProcessOptions[],
    terminals: [] as { readonly name: string }[],
    titles: [] as string[],
    found: new Map<string, readonly Problem[]>(),
  };
  const report: Report = (progress) => void record.reported.push(progress);
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
    async pickMany({ title, choices }) {
      const answer = expected(answers.pickMany, title)(choices);
      return answer?.map((label) => {
        const choice = choices.find((one) => one.label === label);
        if (choice === undefined) throw new Error(`“${label}” is not offered.`);
        return choice.value;
      });
    },
    async password(input) {
      record.passwords.push(input);
      const answer = expected(answers.password, input.title)(input);
      const problem = answer === undefined ? undefined : input.validate?.(answer);
      if (problem !== undefined) throw new Error(problem);
      return answer;
    },
    async form<F extends Fields, R>(form: Form<F, R>): Promise<R | undefined> {
      const answer = expected(answers.form, form.title);
      const page = anyForm(form);
      let values: Values<Fields> = initialValues(form.fields, form.initial);
      for (let error: unknown; ; ) {
        const shown = shownForm(page, values, error);
        record.forms.push(shown);
        const written = answer(shown);
        if (written === undefined) return undefined;
        values = { ...values, ...(written as Values<Fields>) };
        const problems = formProblems(page, values);
        if (blocks(problems)) throw new Error(problems.map(({ message }) => message).join(' '));
        try {
          const context = { signal: answers.cancel ?? new AbortController().signal, report };
          return (await page.run(effectiveValues(page, values), context)) as R;
        } catch (thrown) {
          if (error !== undefined) throw thrown;
          error = thrown;
        }
      }
    },
    openFiles: async (options) => expected(answers.openFiles, options.title)(options),
    saveFile: async (options) => expected(answers.saveFile, options.title)(options),
    information: (message) => void record.said.push(message),
    warning: (message) => void record.said.push(message),
    progress(title, task) {
      record.titles.push(title);
      return task(answers.cancel ?? new AbortController().signal, report);
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
    async document(document, signal) {
      record.documents.push(await opened(document, signal));
    },
    async compare(left, right) {
      record.compared.push([await opened(left), await opened(right)]);
    },
    async copy(text) {
      record.copied.push(text);
    },
    async openExternal(url) {
      record.opened.push(url);
    },
    async reveal(path) {
      record.revealed.push(path);
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

function shownForm(form: AnyForm, values: Values<Fields>, error: unknown): ShownForm {
  return {
    form,
    title: form.title,
    values,
    problems: formProblems(form, values),
    preview: form.preview?.(effectiveValues(form, values)).text,
    error,
  };
}

async function opened(document: LiveDocument, signal?: AbortSignal): Promise<ShownDocument> {
  return { ...document, value: await document.read(signal ?? new AbortController().signal) };
}

function expected<T>(answer: T | undefined, question: string): T {
  if (answer === undefined) throw new Error(`Unexpected question: ${question}`);
  return answer;
}
