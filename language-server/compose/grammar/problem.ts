/** What is wrong with a value: what the message says, and which part of the value it is about. */
export interface GrammarProblem {
  readonly message: string;
  /** Offsets in the value; all of it unless given. */
  readonly start?: number;
  readonly end?: number;
  /** The value as it should be, where that is certain. */
  readonly replacement?: string;
}
