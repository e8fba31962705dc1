import type { Document, DocumentSymbol, SymbolKind } from '../../language.ts';
import { sections } from '../schema/schema.ts';
import type { ComposeTree } from '../tree.ts';
import { pairOf, type YamlNode, type YamlPair } from '../yaml/node.ts';

/** The outline: sections, what they declare, and what that says. */
export function symbols({ tree }: Document<ComposeTree>): readonly DocumentSymbol[] {
  return tree.entries.map((entry) => {
    const kind = Object.entries(sections).find(([, section]) => section === entry.key.value)?.[0];
    const children = pairsOf(entry.value).map((pair) => declaration(pair, symbolKind(kind)));
    return symbol(entry, 'section', children);
  });
}

function symbolKind(declared: string | undefined): SymbolKind {
  switch (declared) {
    case 'service':
    case 'network':
    case 'volume':
    case 'secret':
    case 'config':
      return declared;
    default:
      return 'property';
  }
}

function declaration(pair: YamlPair, kind: SymbolKind): DocumentSymbol {
  const children = pairsOf(pair.value).map((child) => symbol(child, 'property', []));
  const image = pair.value?.kind === 'map' ? pairOf(pair.value, 'image')?.value : undefined;
  const detail = image?.kind === 'scalar' ? image.value : undefined;
  return symbol(pair, kind, children, detail);
}

function symbol(
  { key, span, value }: YamlPair,
  kind: SymbolKind,
  children: readonly DocumentSymbol[],
  detail = value?.kind === 'scalar' && value.style !== 'block' && kind === 'property'
    ? value.value
    : undefined,
): DocumentSymbol {
  return {
    name: key.value,
    kind,
    span,
    selectionSpan: key.span,
    children,
    ...(detail === undefined || detail === '' ? {} : { detail }),
  };
}

function pairsOf(node: YamlNode | undefined): readonly YamlPair[] {
  return node?.kind === 'map' ? node.pairs : [];
}
