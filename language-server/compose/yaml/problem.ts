import type { Span } from '../../text/span.ts';

/**
 * What is wrong with the YAML itself. `span` is what a person must look at; `name` the key, quote, bracket or character
 * that it is about.
 */
export interface YamlProblem {
  readonly kind: YamlProblemKind;
  readonly span: Span;
  readonly name: string;
}

export type YamlProblemKind =
  /** Tabs as indentation. */
  | 'tab'
  /** A key without its `:`. */
  | 'missingColon'
  /** `key:value`, which is text and not a key. */
  | 'missingSpace'
  /** A key that stands in no column of the maps around it. */
  | 'indentation'
  /** A quote that never ends. */
  | 'quote'
  /** A `[` or `{` that never ends. */
  | 'bracket'
  /** A second `: ` in a value that is not quoted. */
  | 'nestedColon'
  /** A value that starts with a character that YAML keeps for itself. */
  | 'reserved'
  /** A `\x` in double quotes that YAML does not know. */
  | 'escape'
  /** Text behind a value that has ended. */
  | 'rest'
  /** Not text at all. */
  | 'binary'
  /** Nested more deeply than anything can read. */
  | 'depth'
  /** Anything else; `name` is what the YAML parser says. */
  | 'syntax';
