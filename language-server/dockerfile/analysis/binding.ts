import type { Span } from '../../text/span.ts';
import { suggester } from '../suggestion.ts';
import { spanIn, type Word } from '../syntax/logicalLine.ts';
import { type ShellVariable, type ShellWord, shellWord, variablesIn } from '../syntax/shellWord.ts';
import type { Escape, Instruction } from '../syntax/tree.ts';
import { type Environment, environment } from './environment.ts';
import { expand } from './expansion.ts';
import { platformArgs } from './predefined.ts';
import type { Stage } from './stages.ts';
import type { Declaration, ExpandedWord, Refused, Use, Variable } from './variable.ts';

/** The state of one walk over a file that binds its variables. */
export interface Binding {
  readonly escapeToken: Escape;
  readonly variables: Set<GrowingVariable>;
  readonly declarations: Declaration[];
  readonly uses: Use[];
  readonly refused: Refused[];
  readonly expansions: Map<Word, ExpandedWord>;
  /** What stands before the first FROM. */
  readonly global: Environment<Meaning>;
  readonly local: Environment<Meaning>;
  readonly suggest: ReturnType<typeof suggester>;
}

interface GrowingVariable extends Variable {
  readonly declarations: Declaration[];
  readonly uses: Use[];
}

/** What a name means at a place. */
export interface Meaning {
  readonly declaration: Declaration;
  readonly variable: GrowingVariable;
  /** Unlike `ARG name`, which only declares it. */
  readonly isSet: boolean;
  readonly value?: string;
}

/** Where a walk is: in a stage, or before the first. */
export interface Place {
  readonly instruction: Instruction;
  readonly stage?: Stage;
  /** Whether the stage builds on nothing, so that all its variables are in the file. */
  readonly fromScratch: boolean;
  /** Whether the names are those of before the first FROM, as they are in FROM itself. */
  readonly global: boolean;
}

export function newBinding(escapeToken: Escape): Binding {
  return {
    escapeToken,
    variables: new Set(),
    declarations: [],
    uses: [],
    refused: [],
    expansions: new Map(),
    global: environment(),
    local: environment(),
    suggest: suggester(),
  };
}

export function scopeOf(binding: Binding, place: Place): Environment<Meaning> {
  return place.global ? binding.global : binding.local;
}

/** Declares a variable, the same one as before where the name already means one. */
export function declare(
  binding: Binding,
  place: Place,
  made: Pick<Declaration, 'name' | 'kind' | 'key' | 'value'>,
  meaning: { readonly isSet: boolean; readonly value: string | undefined },
): void {
  const scope = scopeOf(binding, place);
  const { name, kind } = made;
  const before = scope.get(name) ?? (kind === 'ARG' ? binding.global.get(name) : undefined);
  const variable = before?.variable ?? { name, declarations: [], uses: [] };
  const { instruction, stage } = place;
  const known = meaning.value === undefined ? {} : { value: meaning.value };
  const declaration: Declaration = {
    ...made,
    instruction,
    variable,
    ...(stage === undefined ? {} : { stage }),
    ...(meaning.value === undefined ? {} : { known: meaning.value }),
  };
  variable.declarations.push(declaration);
  binding.variables.add(variable);
  binding.declarations.push(declaration);
  scope.set(name, { declaration, variable, isSet: meaning.isSet, ...known });
}

/** Records that a name is used, and what it means there. */
export function recordUse(
  binding: Binding,
  place: Place,
  made: Pick<Use, 'name' | 'span' | 'outer' | 'by'>,
): Meaning | undefined {
  const scope = scopeOf(binding, place);
  const meaning = scope.get(made.name);
  const suggestion =
    meaning === undefined
      ? binding.suggest(made.name, place.global ? globalNames(scope) : scope.names())
      : undefined;
  const { instruction, stage } = place;
  const use: Use = {
    ...made,
    instruction,
    ...(stage === undefined ? {} : { stage }),
    ...(meaning === undefined ? {} : { declaration: meaning.declaration }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
  binding.uses.push(use);
  meaning?.variable.uses.push(use);
  return meaning;
}

function globalNames(scope: Environment<Meaning>): Iterable<string> {
  return [...scope.names(), ...platformArgs.keys()];
}

/** Binds the variables of a word and keeps what it stands for. */
export function expandWord(binding: Binding, place: Place, word: Word): ExpandedWord {
  const { line } = place.instruction;
  const read = shellWord(word.text, { escapeToken: binding.escapeToken });
  const byArgument = bindWord(binding, place, read, (start, end) => spanIn(line, word, start, end));
  if (read.error !== undefined) return { byArgument };
  const { error, ...text } = expand(read.parts, (name) => lookUp(binding, place, name));
  if (error !== undefined && !byArgument) {
    binding.refused.push({ instruction: place.instruction, span: word.span, message: error });
  }
  const expanded = { ...text, byArgument };
  binding.expansions.set(word, expanded);
  return expanded;
}

/** Binds the variables of what was read. Answers whether a build argument can change what it stands for. */
export function bindWord(
  binding: Binding,
  place: Place,
  { parts, error }: ShellWord,
  spanAt: (start: number, end: number) => Span,
): boolean {
  const { instruction } = place;
  if (error !== undefined) {
    binding.refused.push({ instruction, span: spanAt(error.start, error.end), message: error.message });
  }
  let byArgument = false;
  for (const variable of variablesIn(parts)) {
    const kind = bindVariable(binding, place, variable, spanAt);
    byArgument ||= kind === 'ARG';
  }
  return byArgument;
}

function bindVariable(
  binding: Binding,
  place: Place,
  { name, start, end, nameStart, nameEnd, modifier }: ShellVariable,
  spanAt: (start: number, end: number) => Span,
): Declaration['kind'] | undefined {
  if (place.global && binding.global.get(name) === undefined && platformArgs.has(name)) return 'ARG';
  const outer = spanAt(start, modifier === undefined ? end : nameEnd);
  const meaning = recordUse(binding, place, { name, span: spanAt(nameStart, nameEnd), outer, by: 'build' });
  return meaning?.declaration.kind;
}

/** What is known of a variable's value. Build arguments count with their defaults. */
function lookUp(binding: Binding, place: Place, name: string): { readonly value?: string } | undefined {
  const meaning = scopeOf(binding, place).get(name);
  if (meaning === undefined) {
    if (place.global) return platformArgs.has(name) ? {} : undefined;
    // What the base image sets is not known from here, but that PATH is always set.
    return place.fromScratch && name !== 'PATH' ? undefined : {};
  }
  if (!meaning.isSet) return place.global ? undefined : {};
  return meaning.value === undefined ? {} : { value: meaning.value };
}
