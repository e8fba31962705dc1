/** The person's side of something that runs in a terminal. */
export interface TerminalIo {
  /** Text as a terminal takes it (`\r\n`, escape sequences). */
  write(data: string): void;
  /** What the person types, as a terminal sends it. Returns what ends the subscription. */
  onInput(listener: (data: string) => void): Disposable;
  /** Columns and rows; undefined until the terminal has been laid out. */
  readonly size: { readonly columns: number; readonly rows: number } | undefined;
  onResize(listener: (size: { readonly columns: number; readonly rows: number }) => void): Disposable;
  /** Aborted when the person closes the terminal. */
  readonly signal: AbortSignal;
}

/** Something that runs in a terminal; resolves to its exit code when it has ended. */
export type TerminalProgram = (io: TerminalIo) => Promise<number>;
