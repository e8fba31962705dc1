import type { TerminalProgram } from '../engine/terminal.ts';

/** One entry to pick from. */
export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Codicon name. */
  readonly icon?: string;
  readonly picked?: boolean;
  readonly value: T;
}

/** What commands may ask of and tell the person. `src/vscode/ui.ts` implements it; undefined always means "dismissed". */
export interface Ui {
  /** A modal question; resolves to the chosen action, undefined when cancelled. `detail` says what goes. */
  confirm<A extends string>(question: {
    readonly message: string;
    readonly detail?: string;
    readonly actions: readonly A[];
  }): Promise<A | undefined>;
  input(options: {
    readonly title: string;
    readonly prompt?: string;
    readonly value?: string;
    readonly placeholder?: string;
    /** Returns what is wrong, in words for the person. */
    validate?(value: string): string | undefined;
  }): Promise<string | undefined>;
  pick<T>(options: {
    readonly title: string;
    readonly placeholder?: string;
    readonly choices: readonly Choice<T>[];
  }): Promise<T | undefined>;
  pickMany<T>(options: {
    readonly title: string;
    readonly placeholder?: string;
    readonly choices: readonly Choice<T>[];
  }): Promise<readonly T[] | undefined>;
  information(message: string): void;
  warning(message: string): void;
  /** Shows what it awaits in the status area, cancellable; the signal is the caller's own joined with "Cancel". */
  progress<T>(title: string, task: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Opens a terminal that runs `program`. Resolves to its exit code; undefined when the person closed it first. */
  terminal(options: {
    readonly name: string;
    readonly icon?: string;
    readonly program: TerminalProgram;
  }): Promise<number | undefined>;
  /** Opens a terminal on a child process: an argument array, never a shell line. */
  process(options: {
    readonly name: string;
    readonly icon?: string;
    readonly file: string;
    readonly args: readonly string[];
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
  }): Promise<number | undefined>;
  /** Opens a read-only JSON document; `title` becomes the tab's name. Shown again for the same `key`, it is brought up to date. */
  json(options: { readonly title: string; readonly key: string; readonly value: unknown }): Promise<void>;
  copy(text: string): Promise<void>;
  openExternal(url: string): Promise<void>;
  /** Replaces the problems shown for what `key` names; an empty list clears them. Lines are zero-based. */
  problems(
    key: string,
    problems: readonly { readonly path: string; readonly line: number; readonly message: string }[],
  ): void;
  /** Remembered for this workspace. */
  readonly memory: { get(key: string): string | undefined; set(key: string, value: string): Promise<void> };
}
