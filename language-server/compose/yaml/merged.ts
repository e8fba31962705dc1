import type { Anchors } from './anchors.ts';
import type { YamlMap, YamlNode, YamlPair } from './node.ts';

/** What `<<` stands for. */
export const mergeKey = '<<';

/** How many maps one map may merge, all told: more is a bomb. */
const limit = 100;

/**
 * The pairs of a map with those that `<<` brings in; own ones win over merged ones, earlier merged ones over later.
 * `complete` is false where something merged is not known.
 */
export function mergedPairs(
  map: YamlMap,
  anchors: Anchors,
): { readonly pairs: ReadonlyMap<string, YamlPair>; readonly complete: boolean } {
  const pairs = new Map<string, YamlPair>();
  const seen = new Set<YamlMap>();
  let complete = true;
  const add = (node: YamlNode | undefined): void => {
    const resolved = anchors.resolve(node);
    if (resolved?.kind === 'list' && resolved.items.length <= limit) {
      for (const item of resolved.items) if (item.kind !== 'list') add(item);
    } else if (resolved?.kind !== 'map' || seen.size >= limit) {
      complete = false;
    } else if (!seen.has(resolved)) {
      seen.add(resolved);
      const merges: YamlPair[] = [];
      for (const pair of resolved.pairs) {
        if (pair.key.value === mergeKey) merges.push(pair);
        else if (!pairs.has(pair.key.value)) pairs.set(pair.key.value, pair);
      }
      for (const { value } of merges) add(value);
    }
  };
  add(map);
  return { pairs, complete };
}
