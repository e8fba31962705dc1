import type { YamlNode, YamlPair, YamlScalar } from './node.ts';

/** Every scalar value below the nodes, keys left out, in the order of the text. */
export function* scalarsIn(nodes: Iterable<YamlNode>): Iterable<YamlScalar> {
  for (const node of nodes) {
    if (node.kind === 'scalar') yield node;
    else if (node.kind === 'list') yield* scalarsIn(node.items);
    else if (node.kind === 'map') yield* scalarsIn(node.pairs.flatMap(({ value }) => value ?? []));
  }
}

/** Every pair of every map below the nodes. */
export function* pairsIn(nodes: Iterable<YamlNode>): Iterable<YamlPair> {
  for (const node of nodes) {
    if (node.kind === 'list') yield* pairsIn(node.items);
    else if (node.kind === 'map') {
      for (const pair of node.pairs) {
        yield pair;
        if (pair.value !== undefined && pair.value.kind !== 'scalar') yield* pairsIn([pair.value]);
      }
    }
  }
}
