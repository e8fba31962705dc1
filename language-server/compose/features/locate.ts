import { attributeOf } from '../analysis/attributeOf.ts';
import { choose } from '../analysis/choose.ts';
import { schema } from '../schema/schema.ts';
import type { Attribute, Declared, NamesShape, Shape } from '../schema/shape.ts';
import type { ComposeTree } from '../tree.ts';
import { mergeKey } from '../yaml/merged.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair } from '../yaml/node.ts';

/** What stands at an offset of the file, and what the schema says about it. */
export interface Place {
  /** The keys that lead to it, its own included; items of lists as `[]`. */
  readonly path: readonly string[];
  /** Whether it is a key, or the value of one, or an item of a list. */
  readonly part: 'key' | 'value';
  /** The pair that it is the key of, or that it stands in. */
  readonly pair?: YamlPair;
  /** The innermost map that it stands in. */
  readonly map?: YamlMap;
  /** What the key means, where the schema knows it. */
  readonly attribute?: Attribute;
  /** Where the keys are the person's own: what they are names of. */
  readonly names?: NamesShape;
  /** Of a value, what it may be; of a key, what its map may be. Nothing where the schema says nothing. */
  readonly shape?: Shape;
  /** Of a key, what could stand where its map stands; it may be text, too, in a list. */
  readonly mapShape?: Shape;
  /** The list that it, or of a key its map, is an item of. */
  readonly list?: YamlList;
  /** Of a value, the node. */
  readonly node?: YamlNode;
}

/** What stands at `offset`; nothing between things. */
export function locate({ yaml }: ComposeTree, offset: number): Place | undefined {
  const root = yaml.roots.find(({ span }) => span.start <= offset && offset <= span.end);
  return root && within(root, offset, { path: [], part: 'value', shape: schema });
}

/** The section that declares things of the kind that a top-level key or a path's first segment names. */
export function isDeclaration({ path, names, part }: Place): Declared | undefined {
  return part === 'key' && path.length === 2 ? names?.declares : undefined;
}

function within(node: YamlNode, offset: number, place: Place): Place | undefined {
  const { path, shape } = place;
  const chosen = shape && choose(node, shape);
  if (node.kind === 'list') {
    const item = node.items.find(({ span }) => span.start <= offset && offset <= span.end);
    const of = chosen?.kind === 'list' ? chosen.of : undefined;
    if (item === undefined) return undefined;
    const { map, pair } = place;
    return within(item, offset, {
      path: [...path, '[]'],
      part: 'value',
      list: node,
      ...(map === undefined ? {} : { map }),
      ...(pair === undefined ? {} : { pair }),
      ...(of === undefined ? {} : { shape: of }),
    });
  }
  if (node.kind !== 'map') return { ...place, node };
  const pair = node.pairs.find(({ span }) => span.start <= offset && offset <= span.end);
  if (pair === undefined) return undefined;
  const key = pair.key.value;
  const own = key === mergeKey ? path : [...path, key];
  const attribute = chosen?.kind === 'map' ? attributeOf(chosen, key) : undefined;
  const { list } = place;
  const about = {
    path: own,
    map: node,
    pair,
    ...(attribute === undefined ? {} : { attribute }),
    ...(chosen?.kind === 'names' ? { names: chosen } : {}),
  };
  if (offset <= pair.key.span.end || pair.value === undefined) {
    return {
      ...about,
      part: 'key',
      ...(list === undefined ? {} : { list }),
      ...(shape === undefined ? {} : { mapShape: shape }),
      ...(chosen === undefined ? {} : { shape: chosen }),
    };
  }
  const inner = key === mergeKey ? shape : chosen?.kind === 'names' ? chosen.of : attribute?.shape;
  const { value } = pair;
  if (offset < value.span.start) return undefined;
  return within(value, offset, { ...about, part: 'value', ...(inner === undefined ? {} : { shape: inner }) });
}
