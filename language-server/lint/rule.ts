import type { Report, Severity, Source } from './finding.ts';

/**
 * An example of what a rule finds. `file` is the text with, under a line, a marker line whose carets stand under what
 * is found and whose words are the whole message:
 *
 *     MAINTAINER a@b.c
 *     ^^^^^^^^^^^^^^^^ MAINTAINER is deprecated…
 */
interface BadExample {
  readonly file: string;
  /** The text after the first fix of each finding. */
  readonly fixed?: string;
}

/** A lint rule over a language's analysis `Tree`: one file, with its docs and the examples that are its tests. */
export interface Rule<Tree> {
  readonly id: string;
  readonly severity: Severity;
  /** Whose rule it is; this server's own where absent. */
  readonly source?: Source;
  /** What other tools call the same: the rule is ignored under these names too. */
  readonly aliases?: readonly string[];
  /** What it finds, why that matters, what to write instead: Markdown for hovers and for the handbook. */
  readonly docs: string;
  /** The page of the field's own documentation. */
  readonly url?: string;
  /** Off unless the settings or the file switch it on. */
  readonly offByDefault?: boolean;
  /** The text of the configuration file that the examples are read with, where it takes one to find anything. */
  readonly exampleSettings?: string;
  readonly bad: readonly BadExample[];
  readonly good: readonly string[];
  check(tree: Tree): Iterable<Report>;
}
