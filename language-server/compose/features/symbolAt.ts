import type { Document, SymbolUses } from '../../language.ts';
import { type Span, touches } from '../../text/span.ts';
import type { Declared } from '../schema/shape.ts';
import type { ComposeTree } from '../tree.ts';
import { partOf } from '../yaml/scalar.ts';
import { isDeclaration, locate } from './locate.ts';

/** The service, network, volume, secret, config, model or anchor at an offset, with all places that name it. */
export function symbolAt({ tree, text }: Document<ComposeTree>, offset: number): SymbolUses | undefined {
  const anchor = anchorAt(tree, offset);
  if (anchor !== undefined) return anchor;
  const use = tree.analysis.uses.find(({ span }) => touches(span, offset));
  if (use !== undefined) return symbolOf(tree, text, use.to, use.name);
  const place = locate(tree, offset);
  const kind = place && isDeclaration(place);
  const key = place?.pair?.key;
  return kind === undefined || key === undefined || !tree.declared(kind).has(key.value)
    ? undefined
    : symbolOf(tree, text, kind, key.value);
}

/** Why the symbol can't be called `name`. */
export function nameProblem(
  { tree }: Document<ComposeTree>,
  symbol: SymbolUses,
  name: string,
): string | undefined {
  const at = symbol.uses[0]?.start ?? -1;
  if (anchorAt(tree, at) !== undefined) {
    if (!/^[^\s,[\]{}]+$/.test(name))
      return 'The name of an anchor takes no white space, commas and brackets.';
    return tree.anchors.all.some((anchor) => anchor.name === name && name !== symbol.name)
      ? `There is an anchor \`&${name}\` already.`
      : undefined;
  }
  if (!/^[a-zA-Z0-9._-]+$/.test(name)) return 'A name takes letters, digits, `.`, `_` and `-`.';
  const kind = tree.analysis.uses.find(({ span }) => span.start === at)?.to ?? declaredAt(tree, at);
  if (kind === undefined || name === symbol.name || !tree.declared(kind).has(name)) return undefined;
  return `There is a ${kind} \`${name}\` already.`;
}

function declaredAt(tree: ComposeTree, offset: number): Declared | undefined {
  const place = locate(tree, offset);
  return place && isDeclaration(place);
}

function symbolOf(tree: ComposeTree, text: string, kind: Declared, name: string): SymbolUses {
  const uses = new Map<number, Span>();
  const declaration = tree.declared(kind).get(name);
  const key = declaration && partOf(text, declaration.key, 0, name.length);
  if (key !== undefined) uses.set(key.start, key);
  for (const { to, name: other, span } of tree.analysis.uses) {
    if (to !== kind || other !== name) continue;
    // A key in quotes: the quotes stay.
    const quoted = span.end - span.start === name.length + 2 && /["']/.test(text.charAt(span.start));
    const own = quoted ? { start: span.start + 1, end: span.end - 1 } : span;
    uses.set(own.start, own);
  }
  const sorted = [...uses.values()].sort((a, b) => a.start - b.start);
  return key === undefined ? { name, uses: sorted } : { name, declaration: key, uses: sorted };
}

function anchorAt({ anchors }: ComposeTree, offset: number): SymbolUses | undefined {
  const alias = anchors.aliases.find(({ span }) => touches(span, offset));
  const anchor = alias
    ? anchors.anchorOf(alias)
    : anchors.all.find(({ span }) => span.start - 1 <= offset && offset <= span.end);
  if (anchor === undefined) return undefined;
  const uses = anchors.aliases
    .filter((other) => other.name === anchor.name && anchors.anchorOf(other) === anchor)
    .map(({ span }) => ({ start: span.start + 1, end: span.end }));
  const all = [anchor.span, ...uses].sort((a, b) => a.start - b.start);
  return { name: anchor.name, declaration: anchor.span, uses: all };
}
