import type { Span } from '../../text/span.ts';
import type { Word } from '../syntax/logicalLine.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { Expansion } from './expansion.ts';
import type { Stage } from './stages.ts';

/** A variable: all that declares the same one and all that uses it. */
export interface Variable {
  readonly name: string;
  readonly declarations: readonly Declaration[];
  readonly uses: readonly Use[];
}

/** An `ARG name`, or a `name=value` of ENV. */
export interface Declaration {
  readonly name: string;
  readonly kind: 'ARG' | 'ENV';
  readonly key: Word;
  /** As written. */
  readonly value?: Word;
  readonly instruction: Instruction;
  /** Absent for a global ARG, before the first FROM. */
  readonly stage?: Stage;
  /** Its value, or an ARG's default, where the text tells it. */
  readonly known?: string;
  readonly variable: Variable;
}

/** A place where a variable is used. */
export interface Use {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** With `$` and braces; without what a modifier adds. */
  readonly outer: Span;
  readonly instruction: Instruction;
  readonly stage?: Stage;
  /** Who expands it: BuildKit, or the shell of a RUN, CMD, ENTRYPOINT or HEALTHCHECK. */
  readonly by: 'build' | 'shell';
  /** What it means; absent where nothing in the file declares it. */
  readonly declaration?: Declaration;
  /** A declared name that is much like it, where nothing declares this one. */
  readonly suggestion?: string;
}

/** What a word that BuildKit expands stands for. */
export interface ExpandedWord extends Expansion {
  /** Whether a build argument can change it. */
  readonly byArgument: boolean;
}

/** A word that BuildKit can't expand. */
export interface Refused {
  readonly instruction: Instruction;
  readonly span: Span;
  readonly message: string;
}

/** The variables of a file, each use bound to what declares it. */
export interface Variables {
  readonly all: readonly Variable[];
  /** In the order of the scopes: the global ARGs, then stage by stage. */
  readonly declarations: readonly Declaration[];
  readonly uses: readonly Use[];
  readonly refused: readonly Refused[];
  /** What a word stands for; itself where it has nothing to expand. */
  expansionOf(word: Word): ExpandedWord;
  /** The stage that another is built on. `exact` is false where BuildKit would take it for an image: names in FROM are lower case. */
  baseOf(stage: Stage): { readonly stage: Stage; readonly exact: boolean } | undefined;
}
