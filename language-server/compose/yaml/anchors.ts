import type { YamlAlias, YamlName, YamlNode, YamlPair } from './node.ts';

/** The anchors and aliases of a file, and what each alias means. */
export interface Anchors {
  readonly all: readonly Anchor[];
  readonly aliases: readonly YamlAlias[];
  /** The last anchor of that name before the alias, as YAML has it. */
  anchorOf(alias: YamlAlias): Anchor | undefined;
  /** What an alias stands for; other nodes stand for themselves. Nothing for an alias of nothing, or of itself. */
  resolve(node: YamlNode | undefined): Exclude<YamlNode, YamlAlias> | undefined;
}

interface Anchor extends YamlName {
  readonly node: YamlNode;
}

export function anchorsOf(roots: readonly YamlNode[]): Anchors {
  const all: Anchor[] = [];
  const aliases: YamlAlias[] = [];
  const named = new Map<string, Anchor[]>();
  const visit = (node: YamlNode): void => {
    if (node.anchor !== undefined) {
      const anchor = { ...node.anchor, node };
      all.push(anchor);
      const same = named.get(anchor.name);
      if (same === undefined) named.set(anchor.name, [anchor]);
      else same.push(anchor);
    }
    if (node.kind === 'alias') aliases.push(node);
    else if (node.kind === 'list') for (const item of node.items) visit(item);
    else if (node.kind === 'map') {
      for (const { key, value } of node.pairs as readonly YamlPair[]) {
        if (key.anchor !== undefined) visit(key);
        if (value !== undefined) visit(value);
      }
    }
  };
  for (const root of roots) visit(root);
  const anchorOf = (alias: YamlAlias): Anchor | undefined => {
    const same = named.get(alias.name) ?? [];
    let low = 0;
    let high = same.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((same[middle]?.span.start ?? 0) < alias.span.start) low = middle + 1;
      else high = middle;
    }
    return same[low - 1];
  };
  const resolve = (node: YamlNode | undefined): Exclude<YamlNode, YamlAlias> | undefined => {
    let current = node;
    // An alias names what stands before it, so that each step goes back in the text and the steps end.
    while (current?.kind === 'alias') current = anchorOf(current)?.node;
    return current;
  };
  return { all, aliases, anchorOf, resolve };
}
