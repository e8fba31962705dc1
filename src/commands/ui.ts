import type { Kind } from '../engine/kinds/kind.ts';
import type { TerminalProgram } from '../engine/terminal.ts';
import type { Fields, Form } from './form.ts';
import type { Report } from './report.ts';

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

/** A read-only JSON document about an object of the command's host. */
export interface LiveDocument {
  /** The tab's name. */
  readonly title: string;
  /** Shown again for the same key on the same host, it is the same tab: `container:ID`. */
  readonly key: string;
  /** What it says: read now, and again whenever the inventory says that the object has changed. */
  read(signal: AbortSignal): Promise<unknown>;
  /** Without it, it is read again only when it is shown again. */
  readonly about?: { readonly kind: Kind; readonly id: string };
}

/** What file dialogs offer: a name and the extensions without their dots, such as `{ Archives: ['tar', 'tgz'] }`. */
export type FileFilters = Readonly<Record<string, readonly string[]>>;

/** What commands may ask of and tell the person. `src/vscode/ui.ts` implements it; undefined always means "dismissed". */
export interface Ui {
  /**
   * A modal question; resolves to the chosen action, undefined when cancelled. `detail` says what goes. On a host that is
   * in production the host's name is asked for as well, unless the question is `harmless`.
   */
  confirm<A extends string>(question: {
    readonly message: string;
    readonly detail?: string;
    readonly actions: readonly A[];
    /** Nothing is lost by any of the actions. */
    readonly harmless?: boolean;
  }): Promise<A | undefined>;
  input(options: {
    readonly title: string;
    readonly prompt?: string;
    readonly value?: string;
    readonly placeholder?: string;
    /** Returns what is wrong, in words for the person. */
    validate?(value: string): string | undefined;
  }): Promise<string | undefined>;
  /** As `input`, for what may not be read over a shoulder. It is never remembered. */
  password(options: {
    readonly title: string;
    readonly prompt?: string;
    readonly placeholder?: string;
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
  /** Opens a page to fill in; resolves to what its `run` resolved to, undefined when it was closed before. */
  form<const F extends Fields, R>(form: Form<F, R>): Promise<R | undefined>;
  /** Asks for files or folders that exist; absolute paths on the machine that the extension runs on. */
  openFiles(options: {
    readonly title: string;
    readonly filters?: FileFilters;
    readonly many?: boolean;
    /** Folders instead of files. */
    readonly folders?: boolean;
    /** The button's words: `Load`. */
    readonly action?: string;
  }): Promise<readonly string[] | undefined>;
  /** Asks where to write a file; whether to replace one that exists has then been asked. */
  saveFile(options: {
    readonly title: string;
    /** A name, which is put into the workspace's folder, or an absolute path. */
    readonly suggested: string;
    readonly filters?: FileFilters;
    readonly action?: string;
  }): Promise<string | undefined>;
  information(message: string): void;
  warning(message: string): void;
  /** Shows what it awaits in the status area, cancellable; the signal is the caller's own joined with "Cancel". */
  progress<T>(title: string, task: (signal: AbortSignal, report: Report) => Promise<T>): Promise<T>;
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
  /** Opens a document that stays up to date. A failure of the first reading, which `signal` ends, is thrown. */
  document(document: LiveDocument, signal?: AbortSignal): Promise<void>;
  /** Opens two documents side by side, their differences marked; both stay up to date. */
  compare(left: LiveDocument, right: LiveDocument): Promise<void>;
  copy(text: string): Promise<void>;
  openExternal(url: string): Promise<void>;
  /** Shows a file or folder of the machine that the extension runs on, by its absolute path. */
  reveal(path: string): Promise<void>;
  /** Replaces the problems shown for what `key` names; an empty list clears them. Lines are zero-based. */
  problems(
    key: string,
    problems: readonly { readonly path: string; readonly line: number; readonly message: string }[],
  ): void;
  /** Remembered for this workspace. */
  readonly memory: { get(key: string): string | undefined; set(key: string, value: string): Promise<void> };
}
