import type { Span } from '../../text/span.ts';
import { type CutEntry, cut } from './cut.ts';
import { moved, movedPair, movedSpan, type YamlMap, type YamlNode, type YamlPair } from './node.ts';
import { type Piece, parsePiece } from './piece.ts';
import type { YamlProblem } from './problem.ts';

/** A YAML file of any state. */
export interface YamlFile {
  readonly text: string;
  /** The root of each document; documents without content have none. */
  readonly roots: readonly YamlNode[];
  readonly problems: readonly YamlProblem[];
  /** What was parsed, by its text, for the next version. */
  readonly pieces: ReadonlyMap<string, Piece>;
}

/**
 * Parses a file piece by piece; pieces that `previous` has are not parsed again. A piece that is broken beyond guessing
 * keeps its first key, marked as damaged, and costs the other pieces nothing.
 */
export function parseYaml(text: string, previous?: YamlFile): YamlFile {
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const problem: YamlProblem = { kind: 'binary', span: { start: nul, end: nul + 1 }, name: '' };
    return { text, roots: [], problems: [problem], pieces: new Map() };
  }
  const pieces = new Map<string, Piece>();
  const problems: YamlProblem[] = [];
  const pieceAt = ({ start, end }: Span): Placed => {
    const own = text.slice(start, end);
    const piece = pieces.get(own) ?? previous?.pieces.get(own) ?? parsePiece(own);
    pieces.set(own, piece);
    const place = (offset: number): number => offset + start;
    for (const problem of piece.problems) problems.push({ ...problem, span: movedSpan(problem.span, place) });
    return { piece, place };
  };
  const roots: YamlNode[] = [];
  for (const { entries } of cut(text)) {
    const root = rootOf(entries, pieceAt, problems);
    if (root !== undefined) roots.push(root);
  }
  return { text, roots, problems: problems.sort((a, b) => a.span.start - b.span.start), pieces };
}

interface Placed {
  readonly piece: Piece;
  readonly place: (offset: number) => number;
}

function rootOf(
  entries: readonly CutEntry[],
  pieceAt: (span: Span) => Placed,
  problems: YamlProblem[],
): YamlNode | undefined {
  const pairs: YamlPair[] = [];
  for (const { span, services } of entries) {
    if (services !== undefined) {
      pairs.push(...servicesOf(services, pieceAt, problems));
      continue;
    }
    const { piece, place } = pieceAt(span);
    if (entries.length === 1 && piece.map !== undefined) return moved(piece.map, place);
    if (entries.length === 1 && piece.root !== undefined) return moved(piece.root, place);
    if (piece.root !== undefined) problems.push(textWithoutKey(piece.root, place));
    // The document in one piece keeps all that it has; of a cut one, what follows the first key has slipped out of it.
    pairs.push(...pairsOf({ piece, place }, entries.length > 1));
  }
  return pairs.length === 0 ? undefined : mapOf(pairs);
}

function servicesOf(
  { head, children }: NonNullable<CutEntry['services']>,
  pieceAt: (span: Span) => Placed,
  problems: YamlProblem[],
): readonly YamlPair[] {
  const section = pairsOf(pieceAt(head), true)[0];
  const pairs: YamlPair[] = [];
  let column: number | undefined;
  for (const child of children) {
    const placed = pieceAt(child);
    const { piece, place } = placed;
    if (piece.root !== undefined) problems.push(textWithoutKey(piece.root, place));
    const first = pairsOf(placed, true)[0];
    if (first === undefined) continue;
    const indent = first.key.span.start - child.start;
    column ??= indent;
    const slipped = indent < column;
    if (slipped) problems.push({ kind: 'indentation', span: first.key.span, name: first.key.value });
    pairs.push(slipped ? { ...first, damaged: true } : first);
    for (const more of pairsOf(placed, false).slice(1)) if (!piece.damaged) pairs.push(more);
  }
  if (section === undefined) return pairs;
  const value = pairs.length === 0 ? undefined : mapOf(pairs);
  return [
    value === undefined
      ? section
      : { ...section, value, span: { start: section.span.start, end: value.span.end } },
  ];
}

function pairsOf({ piece, place }: Placed, onlyFirst: boolean): readonly YamlPair[] {
  const pairs = piece.damaged && onlyFirst ? piece.pairs.slice(0, 1) : piece.pairs;
  return pairs.map((pair) => {
    const own = movedPair(pair, place);
    return piece.damaged ? { ...own, damaged: true } : own;
  });
}

function textWithoutKey(root: YamlNode, place: (offset: number) => number): YamlProblem {
  const { start, end } = root.span;
  const name = root.kind === 'scalar' ? (root.value.split('\n', 1)[0] ?? '') : '';
  return { kind: 'missingColon', span: { start: place(start), end: place(end) }, name };
}

function mapOf(pairs: readonly YamlPair[]): YamlMap {
  const span = { start: pairs[0]?.span.start ?? 0, end: pairs.at(-1)?.span.end ?? 0 };
  return { kind: 'map', flow: false, pairs, span };
}
