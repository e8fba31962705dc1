/** What one step on the way to an engine came to, in words for a person. */
export interface Finding {
  readonly step: string;
  readonly outcome: 'passed' | 'failed';
  /** What was found, or what went wrong. */
  readonly detail: string;
  /** What to do about it. */
  readonly advice?: string;
}
