import type { Span } from '../../text/span.ts';
import type { LogicalLine, Word } from './logicalLine.ts';

/**
 * A parsed Dockerfile by BuildKit's grammar. Lossless: `parts` cover the text from end to end, and each instruction's
 * `line` and `trivia` cover the instruction.
 */
export interface SyntaxTree {
  readonly text: string;
  /** What ends lines that go on, and escapes in words: set by the `escape` directive. */
  readonly escapeToken: Escape;
  /** Everything in the file in order, without gaps. */
  readonly parts: readonly Part[];
  readonly directives: readonly Directive[];
  readonly instructions: readonly Instruction[];
}

export type Escape = '\\' | '`';

/** What a file is made of. White space at the start and the end of a line counts as its own part. */
export type Part = Trivia | Directive | Instruction;

export interface Trivia {
  /** `space` has the line breaks; `continuation` is an escape at a line's end with what stands behind it. */
  readonly kind: 'bom' | 'space' | 'comment' | 'continuation' | 'emptyLine';
  readonly span: Span;
}

/** A parser directive, such as `# syntax=docker/dockerfile:1`. */
export interface Directive {
  readonly kind: 'directive';
  /** From the `#` to the value's end. */
  readonly span: Span;
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
  /** Whether one of that name came before, which BuildKit refuses. */
  readonly repeated: boolean;
}

export interface Instruction {
  readonly kind: 'instruction';
  /** As written; empty for a line of continuations alone. */
  readonly keyword: Word;
  /** In upper case; also of what is no instruction. */
  readonly name: string;
  /** To the end of the last line, or of the last here-document. */
  readonly span: Span;
  readonly line: LogicalLine;
  readonly flags: readonly Flag[];
  /** The `--` that ends the flags. */
  readonly endOfFlags?: Span;
  /** All that follows the flags, trimmed. */
  readonly rest: Word;
  readonly arguments: Arguments;
  readonly heredocs: readonly Heredoc[];
  /** What lies in the instruction and counts for nothing: continuations, comments, empty lines. */
  readonly trivia: readonly Trivia[];
  /** The comments right above it, down to a line that is empty or an empty comment; parser directives are none. */
  readonly comments: readonly Trivia[];
  /** Whether an ONBUILD keeps it for later. */
  readonly trigger: boolean;
}

/** A flag such as `--from=build`. */
export interface Flag {
  readonly span: Span;
  /** Without the dashes. */
  readonly name: Word;
  /** Behind the `=`, without quotes; absent where there is no `=`. */
  readonly value?: Word;
}

export type Arguments =
  | { readonly form: 'none' }
  /** Separated by white space; quotes mean nothing. */
  | { readonly form: 'words'; readonly words: readonly Word[] }
  /** A JSON array of strings: the exec form. */
  | { readonly form: 'json'; readonly elements: readonly Word[] }
  /** A JSON array with something that is no string, which BuildKit refuses. */
  | { readonly form: 'badJson'; readonly span: Span }
  /** A command line for the shell, or the one value of USER, WORKDIR and the like. */
  | { readonly form: 'text'; readonly text: Word }
  /** `key=value …` of ENV, LABEL and ARG; `legacy` is `key value`. */
  | { readonly form: 'pairs'; readonly pairs: readonly Pair[]; readonly legacy: boolean }
  /** HEALTHCHECK: `type` is its first word; the others are the command's. */
  | { readonly form: 'healthcheck'; readonly type: Word; readonly command: Arguments }
  /** ONBUILD. */
  | { readonly form: 'instruction'; readonly instruction: Instruction };

export interface Pair {
  readonly span: Span;
  readonly key: Word;
  /** Raw, with its quotes; absent where nothing but a name is given. */
  readonly value?: Word;
}

/** A here-document that RUN, COPY or ADD opens. */
export interface Heredoc {
  /** The word that opens it, such as `<<-"EOF"`. */
  readonly opener: Word;
  /** What ends it, without quotes. */
  readonly name: string;
  /** Where the name stands in the opener, with its quotes. */
  readonly nameSpan: Span;
  /** `<<-`: leading tabs do not count. */
  readonly chomp: boolean;
  /** Whether variables in its body count: its name has no quotes. */
  readonly expand: boolean;
  /** Its lines, the last line break included. */
  readonly body: Span;
  /** The name on a line of its own; absent where the file ends before it. */
  readonly terminator?: Span;
}
