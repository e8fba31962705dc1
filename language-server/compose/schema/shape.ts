import type { Grammar } from '../grammar/grammar.ts';

/** What a value may be. */
export type Shape =
  | TextShape
  | NumberShape
  | BooleanShape
  | NullShape
  | MapShape
  | NamesShape
  | ListShape
  | AnyShape
  | OneOfShape;

export type ScalarShape = TextShape | NumberShape | BooleanShape | NullShape;

/** Text, by Compose's reading: a bare number or `true` is none. */
export interface TextShape {
  readonly kind: 'text';
  /** How it must be written. */
  readonly grammar?: Grammar;
  /** The words it may be; with `open`, those worth suggesting. */
  readonly values?: readonly Word[];
  readonly open?: boolean;
  /** The kind of thing that it names. */
  readonly refers?: Reference;
  /** What it names on disk, relative to the file. */
  readonly path?: 'file' | 'folder' | 'any';
}

interface Word {
  readonly word: string;
  readonly doc: string;
}

export interface NumberShape {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** `true` or `false`; unless `strict` also in quotes, or in the words of YAML 1.1. */
export interface BooleanShape {
  readonly kind: 'boolean';
  readonly strict: boolean;
}

export interface NullShape {
  readonly kind: 'null';
}

/** A map with keys that Compose knows. */
export interface MapShape {
  readonly kind: 'map';
  readonly keys: Readonly<Record<string, Attribute>>;
  /** Those of the keys without which it means nothing. */
  readonly required: readonly string[];
  /** Whether `x-…` keys are refused too. */
  readonly noExtensions?: boolean;
  /** Whether other keys are let pass. */
  readonly open?: boolean;
  /** What one is called in a message: `a service`. */
  readonly title: string;
}

/** A map whose keys are the person's own. */
export interface NamesShape {
  readonly kind: 'names';
  readonly of: Shape;
  /** What the keys name. */
  readonly refers?: Reference;
  /** What the keys declare. */
  readonly declares?: Declared;
  /** How one is called in completions and paths: `service`. */
  readonly placeholder: string;
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: Shape;
  /** Whether the same item twice is refused. */
  readonly unique: boolean;
}

export interface AnyShape {
  readonly kind: 'any';
}

export interface OneOfShape {
  readonly kind: 'oneOf';
  readonly shapes: readonly Shape[];
}

/** The kinds of things that a file declares by name. */
export type Declared = 'service' | 'network' | 'volume' | 'secret' | 'config' | 'model';

/** What a text refers to, and which part of it is the name. */
export interface Reference {
  readonly to: Declared;
  /**
   * `whole`: all of it. `link`: up to the first `:`. `mode`: behind `service:`, else nothing. `mount`: the source of a
   * volume's short form, where it is no path. `source`: all of it where a sibling `type` is `volume`.
   */
  readonly part: 'whole' | 'link' | 'mode' | 'mount' | 'source' | 'extends';
}

/** What a key means. */
export interface Attribute {
  /** Markdown; a sentence or two. */
  readonly doc: string;
  readonly shape: Shape;
  /** The first version of Docker Compose that knows it, where that is not the first of Compose v2. */
  readonly since?: string;
  /** What `docker stack deploy` does with it; `ok` unless given. */
  readonly swarm?: 'ignored' | 'rejected';
  /** What to write instead of it. */
  readonly deprecated?: string;
  readonly required?: boolean;
  /** Among the first in completions: 1 before 2; the rest in the order of the alphabet. */
  readonly rank?: 1 | 2;
  /** What completion inserts behind the key; by the shape unless given. Lines are relative to the key's. */
  readonly snippet?: string;
}

export const any: AnyShape = { kind: 'any' };
export const nothing: NullShape = { kind: 'null' };
export const boolean: BooleanShape = { kind: 'boolean', strict: false };
export const strictBoolean: BooleanShape = { kind: 'boolean', strict: true };
export const integer: NumberShape = { kind: 'number', integer: true };
export const plainNumber: NumberShape = { kind: 'number', integer: false };

export function text(options: Omit<TextShape, 'kind'> = {}): TextShape {
  return { kind: 'text', ...options };
}

/** A path relative to the file. */
export function path(to: NonNullable<TextShape['path']>): TextShape {
  return text({ path: to });
}

/** One of some words; others are refused. Each is followed by what it means. */
export function words(docs: Readonly<Record<string, string>>): TextShape {
  return text({ values: wordsOf(docs) });
}

/** Words worth suggesting; others are let pass. */
export function suggested(
  docs: Readonly<Record<string, string>>,
  options: Omit<TextShape, 'kind'> = {},
): TextShape {
  return text({ ...options, values: wordsOf(docs), open: true });
}

export function range(min: number, max?: number): NumberShape {
  return max === undefined
    ? { kind: 'number', integer: true, min }
    : { kind: 'number', integer: true, min, max };
}

export function oneOf(...shapes: readonly Shape[]): OneOfShape {
  return { kind: 'oneOf', shapes };
}

/** A number, or the same in quotes. */
export function numeric(number: NumberShape = integer): OneOfShape {
  return oneOf(number, text({ grammar: number.integer ? 'integer' : 'number' }));
}

/** A number of bytes, or a text such as `512m`. */
export const bytes: OneOfShape = oneOf(plainNumber, text({ grammar: 'bytes' }));

export function list(of: Shape, options: { readonly unique?: boolean } = {}): ListShape {
  return { kind: 'list', of, unique: options.unique ?? false };
}

/** Texts that must differ. */
export const uniqueTexts: ListShape = list(text(), { unique: true });

export function map(
  title: string,
  keys: Readonly<Record<string, Attribute>>,
  options: Partial<MapShape> = {},
): MapShape {
  const required = Object.keys(keys).filter((key) => keys[key]?.required);
  return { kind: 'map', title, keys, required, ...options };
}

export function names(
  placeholder: string,
  of: Shape,
  options: { readonly refers?: Reference; readonly declares?: Declared } = {},
): NamesShape {
  return { kind: 'names', placeholder, of, ...options };
}

/** `KEY: value` or a list of `KEY=value`. */
export function dictionary(placeholder: string): OneOfShape {
  return oneOf(names(placeholder, oneOf(text(), plainNumber, strictBoolean, nothing)), uniqueTexts);
}

function wordsOf(docs: Readonly<Record<string, string>>): readonly Word[] {
  return Object.entries(docs).map(([word, doc]) => ({ word, doc }));
}
