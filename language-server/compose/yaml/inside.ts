import type { YamlNode, YamlPair, YamlScalar } from './node.ts';

/** Every scalar value below the nodes, keys left out, in the order of the text. */
export function scalarsIn(nodes: readonly YamlNode[]): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'list') for (const item of node.items) visit(item);
    else if (node.kind === 'map') for (const { value } of node.pairs) if (value !== undefined) visit(value);
  };
  for (const node of nodes) visit(node);
  return found;
}

/** Every pair of every map below the nodes. */
export function pairsIn(nodes: readonly YamlNode[]): readonly YamlPair[] {
  const found: YamlPair[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'list') for (const item of node.items) visit(item);
    if (node.kind !== 'map') return;
    for (const pair of node.pairs) {
      found.push(pair);
      if (pair.value !== undefined) visit(pair.value);
    }
  };
  for (const node of nodes) visit(node);
  return found;
}

/** Every map below the nodes. */
export function mapsIn(nodes: readonly YamlNode[]): readonly Extract<YamlNode, { kind: 'map' }>[] {
  const found: Extract<YamlNode, { kind: 'map' }>[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'list') for (const item of node.items) visit(item);
    if (node.kind !== 'map') return;
    found.push(node);
    for (const { value } of node.pairs) if (value !== undefined) visit(value);
  };
  for (const node of nodes) visit(node);
  return found;
}
