import { analyse } from './analysis/analyse.ts';
import type { Analysis } from './analysis/problem.ts';
import { sections } from './schema/schema.ts';
import type { Declared } from './schema/shape.ts';
import type { ComposeTree, Declaration } from './tree.ts';
import { type Anchors, anchorsOf } from './yaml/anchors.ts';
import type { YamlPair } from './yaml/node.ts';
import { parseYaml } from './yaml/parse.ts';

/** Parses a file of any state; never throws. What `previous` has in common with it is not parsed again. */
export function parseCompose(text: string, fileName = '', previous?: ComposeTree): ComposeTree {
  const yaml = parseYaml(text, previous?.yaml);
  const anchors = anchorsOf(yaml.roots);
  const entries = yaml.roots.flatMap((root) => (root.kind === 'map' ? root.pairs : []));
  const declarations = new Map<Declared, ReadonlyMap<string, Declaration>>();
  const dialect = isStack(fileName) ? 'stack' : 'compose';
  let analysis: Analysis | undefined;
  let fragment: boolean | undefined;
  const tree: ComposeTree = {
    text,
    yaml,
    anchors,
    dialect,
    entries,
    declared(kind) {
      const known = declarations.get(kind) ?? declarationsOf(kind, entries, anchors);
      declarations.set(kind, known);
      return known;
    },
    open: (kind) => tree.fragment || isOpen(kind, entries),
    get fragment() {
      fragment ??= isFragment(tree, fileName);
      return fragment;
    },
    get analysis() {
      analysis ??= analyse(tree);
      return analysis;
    },
  };
  return tree;
}

function isStack(fileName: string): boolean {
  return /^(?:docker-)?stack\.ya?ml$|\.stack\.ya?ml$|^docker-stack\..*ya?ml$/i.test(fileName);
}

function declarationsOf(
  kind: Declared,
  entries: readonly YamlPair[],
  anchors: Anchors,
): ReadonlyMap<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const { key: section, value } of entries) {
    if (section.value !== sections[kind]) continue;
    const map = anchors.resolve(value);
    if (map?.kind !== 'map') continue;
    for (const pair of map.pairs) {
      const name = pair.key.value;
      if (name === '<<') {
        const merged = anchors.resolve(pair.value);
        for (const more of merged?.kind === 'map' ? merged.pairs : []) {
          if (!found.has(more.key.value)) found.set(more.key.value, declarationOf(kind, more, anchors));
        }
      } else if (!name.startsWith('x-') || kind === 'service') {
        found.set(name, declarationOf(kind, pair, anchors));
      }
    }
  }
  return found;
}

function declarationOf(kind: Declared, pair: YamlPair, anchors: Anchors): Declaration {
  return { kind, name: pair.key.value, key: pair.key, pair, value: anchors.resolve(pair.value) };
}

function isOpen(kind: Declared, entries: readonly YamlPair[]): boolean {
  return entries.some(({ key, value, damaged }) => {
    if (key.value === 'include' || key.value === '<<') return true;
    // A broken entry of any name may have swallowed the section.
    if (damaged) return true;
    return key.value === sections[kind] && value?.kind === 'map' && value.pairs.some((pair) => pair.damaged);
  });
}

/**
 * `compose.override.yaml` completes `compose.yaml` by its name. Another name than the standard ones may be given with
 * `-f` beside the main file: it is one of several when one of its services could not run alone.
 */
function isFragment(tree: ComposeTree, fileName: string): boolean {
  if (/override/i.test(fileName)) return true;
  if (fileName === '' || /^(?:docker-)?compose\.ya?ml$/i.test(fileName) || tree.dialect === 'stack')
    return false;
  const services = [...tree.declared('service').values()];
  const keys = ['image', 'build', 'extends', 'provider', '<<'];
  const complete = (value: Declaration['value']): boolean =>
    value?.kind === 'map' && value.pairs.some(({ key }) => keys.includes(key.value));
  return services.length === 0 || services.some(({ value }) => !complete(value));
}
