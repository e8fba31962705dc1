import { grammarProblem } from '../grammar/grammar.ts';
import { schema } from '../schema/schema.ts';
import type { ListShape, MapShape, NamesShape, Shape, TextShape } from '../schema/shape.ts';
import type { ComposeTree } from '../tree.ts';
import { mergedPairs, mergeKey } from '../yaml/merged.ts';
import {
  pairOf,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlScalar,
} from '../yaml/node.ts';
import { numberOf, partOf } from '../yaml/scalar.ts';
import { attributeOf } from './attributeOf.ts';
import { booleanWord, choose, hasVariable } from './choose.ts';
import type { Analysis, Path } from './problem.ts';
import { nameIn } from './references.ts';

type Found = { -readonly [Kind in keyof Analysis]: Analysis[Kind][number][] };

interface Walk {
  readonly tree: ComposeTree;
  readonly found: Found;
  /** What each node has been held against: one that many aliases name is looked at once a shape. */
  readonly seen: Map<YamlNode, Set<Shape>>;
}

/** Holds the file against the schema, each part once. */
export function analyse(tree: ComposeTree): Analysis {
  const found: Found = {
    unknownKeys: [],
    wrongTypes: [],
    wrongWords: [],
    wrongFormats: [],
    outOfRange: [],
    missingKeys: [],
    deprecated: [],
    duplicateItems: [],
    booleanWords: [],
    wrongNames: [],
    wrongMerges: [],
    uses: [],
  };
  const walk: Walk = { tree, found, seen: new Map() };
  for (const root of tree.yaml.roots) if (root.kind === 'map') walkMap(root, schema, { walk, path: [] });
  return found;
}

interface At {
  readonly walk: Walk;
  readonly path: Path;
  /** The map that the value stands in. */
  readonly parent?: YamlMap;
  /** The key of the value. */
  readonly pair?: YamlPair;
  /** Whether it is merged into another map, which may have what it lacks. */
  readonly partial?: boolean;
}

function walkValue(written: YamlNode | undefined, shape: Shape, at: At): void {
  const { walk, path, pair } = at;
  // What `!reset` stands at is removed, whatever it is.
  if (written?.tag === '!reset') return;
  const node = walk.tree.anchors.resolve(written);
  // An alias of nothing is another rule's.
  if (written !== undefined && node === undefined) return;
  if (node !== undefined && written?.kind === 'alias' && isSeen(node, shape, walk)) return;
  const chosen = choose(node, shape);
  if (chosen === undefined) {
    const span = written?.span ?? pair?.key.span;
    if (span !== undefined && !isEmptyItem(written))
      walk.found.wrongTypes.push({ node: written, span, shape, path });
    return;
  }
  if (node?.kind === 'map') {
    if (isSeen(node, shape, walk) && written?.kind !== 'alias') return;
    if (chosen.kind === 'map') walkMap(node, chosen, at);
    else if (chosen.kind === 'names') walkNames(node, chosen, at);
  } else if (node?.kind === 'list') {
    if (chosen.kind === 'list') walkList(node, chosen, at);
  } else if (node?.kind === 'scalar') {
    walkScalar(node, chosen, at);
  }
}

/** Answers whether the node has been held against the shape, and notes that it has. */
function isSeen(node: YamlNode, shape: Shape, { seen }: Walk): boolean {
  const shapes = seen.get(node);
  if (shapes?.has(shape)) return true;
  if (shapes === undefined) seen.set(node, new Set([shape]));
  else shapes.add(shape);
  return false;
}

/** An item that is being typed: `- ` and nothing more. */
function isEmptyItem(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.span.start === node.span.end;
}

function walkMap(map: YamlMap, shape: MapShape, at: At): void {
  const { walk, path } = at;
  const { found } = walk;
  for (const pair of map.pairs) {
    const key = pair.key.value;
    if (key === mergeKey) {
      walkMerge(pair, shape, at);
      continue;
    }
    // Of what is broken only its first key is certain.
    if (pair.damaged) continue;
    const attribute = attributeOf(shape, key);
    if (attribute === undefined) {
      const extension = key.startsWith('x-') && shape.noExtensions !== true;
      if (!extension && shape.open !== true && pair.guessed !== true)
        found.unknownKeys.push({ pair, shape, map });
      continue;
    }
    if (attribute.deprecated !== undefined) found.deprecated.push({ pair, attribute });
    if (pair.guessed === true && pair.value === undefined) continue;
    walkValue(pair.value, attribute.shape, { walk, path: [...path, key], parent: map, pair });
  }
  missingKeys(map, shape, at);
}

function missingKeys(map: YamlMap, shape: MapShape, { walk, pair, partial }: At): void {
  const { tree, found } = walk;
  if (shape.required.length === 0 || tree.fragment || partial) return;
  const missing = shape.required.filter((key) => pairOf(map, key) === undefined);
  if (missing.length === 0 || map.pairs.some(({ guessed }) => guessed)) return;
  const { pairs, complete } = mergedPairs(map, tree.anchors);
  if (!complete) return;
  const span = pair?.key.span ?? map.pairs[0]?.key.span ?? map.span;
  for (const key of missing) if (!pairs.has(key)) found.missingKeys.push({ span, key, title: shape.title });
}

function walkMerge(pair: YamlPair, shape: MapShape | NamesShape, at: At): void {
  const { walk, path } = at;
  const { anchors } = walk.tree;
  const items = pair.value?.kind === 'list' ? pair.value.items : [pair.value];
  for (const item of items) {
    const node = anchors.resolve(item);
    if (node?.kind === 'map') {
      if (isSeen(node, shape, walk)) continue;
      const inner: At = { walk, path, pair, partial: true };
      if (shape.kind === 'map') walkMap(node, shape, inner);
      else walkNames(node, shape, inner);
    } else if (node !== undefined || item === undefined) {
      walk.found.wrongMerges.push({ pair, node: item });
    }
  }
}

function walkNames(map: YamlMap, shape: NamesShape, at: At): void {
  const { walk, path } = at;
  const { found } = walk;
  for (const pair of map.pairs) {
    const { key, value } = pair;
    if (key.value === mergeKey) {
      walkMerge(pair, shape, at);
      continue;
    }
    if (shape.declares !== undefined && !/^[a-zA-Z0-9._-]+$/.test(key.value)) {
      found.wrongNames.push({ key, kind: shape.declares });
    }
    if (shape.refers !== undefined) {
      found.uses.push({ to: shape.refers.to, name: key.value, span: key.span, path });
    }
    if (pair.damaged || (pair.guessed && value === undefined)) continue;
    walkValue(value, shape.of, { walk, path: [...path, key.value], parent: map, pair });
  }
}

function walkList(list: YamlList, shape: ListShape, { walk, path }: At): void {
  const first = new Map<string, YamlNode>();
  for (const item of list.items) {
    walkValue(item, shape.of, { walk, path: [...path, '[]'] });
    if (!shape.unique || item.kind !== 'scalar' || isEmptyItem(item)) continue;
    const before = first.get(item.value);
    if (before === undefined) first.set(item.value, item);
    else walk.found.duplicateItems.push({ item, first: before });
  }
}

function walkScalar(scalar: YamlScalar, shape: Shape, { walk, path, parent }: At): void {
  const { found, tree } = walk;
  if (shape.kind === 'text' && shape.refers !== undefined) {
    const named = nameIn(scalar, shape.refers, { text: tree.text, parent });
    if (named !== undefined) found.uses.push({ to: shape.refers.to, path, ...named });
  }
  if (hasVariable(scalar)) return;
  switch (shape.kind) {
    case 'text':
      walkText(scalar, shape, { walk, path });
      return;
    case 'number': {
      const number = numberOf(scalar.value);
      const { min, max } = shape;
      const outside = (min !== undefined && number < min) || (max !== undefined && number > max);
      if (outside)
        found.outOfRange.push({
          scalar,
          path,
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
        });
      return;
    }
    case 'boolean':
      if (booleanWord.test(scalar.value) && !/^(?:true|false)$/i.test(scalar.value))
        found.booleanWords.push(scalar);
      return;
    default:
  }
}

function walkText(scalar: YamlScalar, shape: TextShape, { walk, path }: At): void {
  const { found, tree } = walk;
  const { values, open, grammar } = shape;
  // Text that YAML refuses at its start has its error already.
  if (scalar.style === 'plain' && /^[@`%]/.test(scalar.value)) return;
  if (values !== undefined && open !== true && !values.some(({ word }) => word === scalar.value)) {
    found.wrongWords.push({ scalar, shape, path });
    return;
  }
  const problem = grammar && grammarProblem(grammar, scalar.value);
  if (problem === undefined) return;
  const { start = 0, end = scalar.value.length } = problem;
  found.wrongFormats.push({ scalar, span: partOf(tree.text, scalar, start, end), problem });
}
