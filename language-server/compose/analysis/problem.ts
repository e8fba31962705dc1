import type { Span } from '../../text/span.ts';
import type { GrammarProblem } from '../grammar/problem.ts';
import type { Attribute, Declared, MapShape, Shape, TextShape } from '../schema/shape.ts';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from '../yaml/node.ts';

/** Where in the file something stands: the keys that lead to it, list items as `[]`. */
export type Path = readonly string[];

/** What is wrong by the schema; each kind is a rule's. */
export interface Problems {
  readonly unknownKeys: readonly {
    readonly pair: YamlPair;
    readonly shape: MapShape;
    readonly map: YamlMap;
  }[];
  readonly wrongTypes: readonly WrongType[];
  /** Words that are not among those allowed. */
  readonly wrongWords: readonly {
    readonly scalar: YamlScalar;
    readonly shape: TextShape;
    readonly path: Path;
  }[];
  readonly wrongFormats: readonly {
    readonly scalar: YamlScalar;
    readonly span: Span;
    readonly problem: GrammarProblem;
  }[];
  /** Numbers out of their range. */
  readonly outOfRange: readonly {
    readonly scalar: YamlScalar;
    readonly min?: number;
    readonly max?: number;
    readonly path: Path;
  }[];
  readonly missingKeys: readonly { readonly span: Span; readonly key: string; readonly title: string }[];
  readonly deprecated: readonly { readonly pair: YamlPair; readonly attribute: Attribute }[];
  readonly duplicateItems: readonly { readonly item: YamlNode; readonly first: YamlNode }[];
  /** `yes`, `no`, `on`, `off` where `true` or `false` is meant. */
  readonly booleanWords: readonly YamlScalar[];
  /** Names that services and the like can't have. */
  readonly wrongNames: readonly { readonly key: YamlScalar; readonly kind: Declared }[];
  /** `<<` with something that is no map. */
  readonly wrongMerges: readonly { readonly pair: YamlPair; readonly node: YamlNode | undefined }[];
}

export interface WrongType {
  /** Nothing where nothing is written. */
  readonly node: YamlNode | undefined;
  /** The node, or the key of a value that is not written. */
  readonly span: Span;
  readonly shape: Shape;
  readonly path: Path;
}

/** A place where something declared elsewhere is named. */
interface NamedUse {
  readonly to: Declared;
  readonly name: string;
  readonly span: Span;
  readonly path: Path;
}

/** What the file means by the schema, and where it breaks it. */
export interface Analysis extends Problems {
  /** Every place where something declared is named, valid or not. */
  readonly uses: readonly NamedUse[];
}
