import { isAlias, isMap, isPair, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { YamlName, YamlNode, YamlPair, YamlScalar } from './node.ts';
import { isEmpty } from './repair.ts';

interface Options {
  readonly source: string;
  /** Where an offset of `source` lies in the text that was written. */
  readonly place: (offset: number) => number;
  /** Where keys start, in the written text, whose `:` has been guessed. */
  readonly guessed: ReadonlySet<number>;
}

/** A node of the `yaml` package as ours. */
export function convert(node: ParsedNode, options: Options): YamlNode {
  const base = baseOf(node, options);
  if (isAlias(node)) return { kind: 'alias', name: node.source, ...base };
  if (isScalar(node))
    return { kind: 'scalar', value: textOf(node.value), style: styleOf(node.type), ...base };
  const flow = node.flow === true;
  if (isSeq(node)) {
    const items: YamlNode[] = [];
    for (const item of node.items) {
      // A pair in a list in brackets is a map of its own.
      if (isPair(item)) {
        const pairs = [pairOf(item as { key: ParsedNode; value: ParsedNode | null }, options)];
        items.push({ kind: 'map', flow: true, pairs, span: pairs[0]?.span ?? base.span });
      } else if (item !== null) {
        items.push(convert(item as ParsedNode, options));
      }
    }
    return { kind: 'list', flow, items, ...base, ...(flow ? {} : { span: covering(base.span, items) }) };
  }
  if (isMap(node)) {
    const pairs = node.items.map((pair) => pairOf(pair, options));
    return { kind: 'map', flow, pairs, ...base, ...(flow ? {} : { span: covering(base.span, pairs) }) };
  }
  return { kind: 'scalar', value: '', style: 'plain', ...base };
}

function pairOf(
  pair: { readonly key: ParsedNode; readonly value: ParsedNode | null },
  options: Options,
): YamlPair {
  const key = keyOf(pair.key, options);
  const guessed = options.guessed.has(key.span.start) ? { guessed: true } : {};
  const { value } = pair;
  if (value === null || (isEmpty(value) && value.anchor === undefined && value.tag === undefined)) {
    const colon = options.source[pair.key.range[1]] === ':' ? 1 : 0;
    return { key, span: { start: key.span.start, end: key.span.end + colon }, ...guessed };
  }
  const converted = convert(value, options);
  return { key, value: converted, span: { start: key.span.start, end: converted.span.end }, ...guessed };
}

/** What is no text, as a list or an alias, is read as the text that was written. */
function keyOf(key: ParsedNode, options: Options): YamlScalar {
  if (isScalar(key)) {
    return { kind: 'scalar', value: textOf(key.value), style: styleOf(key.type), ...baseOf(key, options) };
  }
  const [start, end] = key.range;
  return { kind: 'scalar', value: options.source.slice(start, end), style: 'plain', ...baseOf(key, options) };
}

function baseOf(
  node: ParsedNode,
  { source, place }: Options,
): { span: { start: number; end: number }; tag?: string; anchor?: YamlName } {
  let [start, end] = node.range;
  // A block scalar's line break, and the space that an open quote swallows, are no part of it.
  while (end > start && /\s/.test(source.charAt(end - 1))) end--;
  start = place(start);
  const base = { span: { start, end: Math.max(place(end), start) } };
  const anchor =
    'anchor' in node && node.anchor !== undefined
      ? anchorOf(node.anchor, node.range[0], source, place)
      : undefined;
  return {
    ...base,
    ...(node.tag === undefined ? {} : { tag: node.tag }),
    ...(anchor === undefined ? {} : { anchor }),
  };
}

/** The parser keeps no place for anchors; the nearest one before the value is it. */
function anchorOf(
  name: string,
  before: number,
  source: string,
  place: (offset: number) => number,
): YamlName | undefined {
  const at = source.lastIndexOf(`&${name}`, before);
  return at === -1 ? undefined : { name, span: { start: place(at + 1), end: place(at + 1 + name.length) } };
}

function covering(
  { start, end }: { start: number; end: number },
  parts: readonly { readonly span: { readonly start: number; readonly end: number } }[],
): { start: number; end: number } {
  return { start: Math.min(start, parts[0]?.span.start ?? start), end: parts.at(-1)?.span.end ?? end };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function styleOf(type: string | undefined): YamlScalar['style'] {
  if (type === 'QUOTE_DOUBLE') return 'double';
  if (type === 'QUOTE_SINGLE') return 'single';
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? 'block' : 'plain';
}
