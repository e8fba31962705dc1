import type { Span } from '../../text/span.ts';

/** A YAML node as Compose sees it: with exact places, with text instead of values, and with aliases not followed. */
export type YamlNode = YamlMap | YamlList | YamlScalar | YamlAlias;

interface Base {
  /** The value itself, without anchor, tag, comments and the line break behind it. */
  readonly span: Span;
  /** As written: `!reset`, `!override`, `!!str`. */
  readonly tag?: string;
  readonly anchor?: YamlName;
}

/** The name in `&name` and `*name`; its span is the name without the sign. */
export interface YamlName {
  readonly name: string;
  readonly span: Span;
}

export interface YamlMap extends Base {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: YamlScalar;
  /** Nothing where nothing is written. */
  readonly value?: YamlNode;
  /** From the key to the end of the value, or behind the `:` where there is none. */
  readonly span: Span;
  /** The `:` was missing and has been guessed: a key that is being typed. */
  readonly guessed?: boolean;
  /** The syntax around it is broken, so that what it holds may not be what the person meant. */
  readonly damaged?: boolean;
}

export interface YamlList extends Base {
  readonly kind: 'list';
  readonly flow: boolean;
  /** An item without a value is an empty plain scalar where the value would stand. */
  readonly items: readonly YamlNode[];
}

export interface YamlScalar extends Base {
  readonly kind: 'scalar';
  /** The text with quotes, escapes, folding and indentation resolved; not yet read as a number or the like. */
  readonly value: string;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface YamlAlias extends Base {
  readonly kind: 'alias';
  readonly name: string;
}

/** The last pair of that name, as the last one wins where a key is written twice. */
export function pairOf(map: YamlMap, name: string): YamlPair | undefined {
  return map.pairs.findLast(({ key }) => key.value === name);
}

/** The node with each offset run through `place`. */
export function moved<Node extends YamlNode>(node: Node, place: (offset: number) => number): Node;
export function moved(node: YamlNode, place: (offset: number) => number): YamlNode {
  const span = movedSpan(node.span, place);
  const { anchor } = node;
  const base =
    anchor === undefined ? { span } : { span, anchor: { ...anchor, span: movedSpan(anchor.span, place) } };
  switch (node.kind) {
    case 'map':
      return { ...node, ...base, pairs: node.pairs.map((pair) => movedPair(pair, place)) };
    case 'list':
      return { ...node, ...base, items: node.items.map((item) => moved(item, place)) };
    default:
      return { ...node, ...base };
  }
}

export function movedPair(pair: YamlPair, place: (offset: number) => number): YamlPair {
  const key = moved(pair.key, place);
  const span = movedSpan(pair.span, place);
  return pair.value === undefined
    ? { ...pair, key, span }
    : { ...pair, key, span, value: moved(pair.value, place) };
}

export function movedSpan({ start, end }: Span, place: (offset: number) => number): Span {
  return { start: place(start), end: place(end) };
}
