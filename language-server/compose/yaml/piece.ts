import { type Document, parseDocument } from 'yaml';
import type { TextEdit } from '../../text/edit.ts';
import { convert } from './convert.ts';
import type { YamlNode, YamlPair } from './node.ts';
import type { YamlProblem, YamlProblemKind } from './problem.ts';
import { edited, isWord, repairOf } from './repair.ts';

/** What a piece of the file says, with offsets in the piece: it stays true wherever the piece moves. */
export interface Piece {
  readonly pairs: readonly YamlPair[];
  /** What it is when it is no map. */
  readonly root?: Exclude<YamlNode, { kind: 'map' }>;
  /** A map in braces, or one with an anchor or a tag: more than its pairs. */
  readonly map?: Extract<YamlNode, { kind: 'map' }>;
  readonly problems: readonly YamlProblem[];
  /** The structure could not be guessed. */
  readonly damaged: boolean;
}

/** Each round costs a parse of the piece. */
const maxRepairs = 6;

/** Parses one piece of a file on its own. Never throws. */
export function parsePiece(text: string): Piece {
  try {
    return read(text);
  } catch (error) {
    // The parser recurses: a hundred thousand open brackets end its stack. It is not ours, so whatever else it may
    // throw one day must not take the features of the rest of the file away either.
    const kind = error instanceof RangeError ? 'depth' : 'syntax';
    const end = Math.min(text.length, 1);
    const name = error instanceof Error ? error.message : '';
    return { pairs: [], problems: [{ kind, span: { start: 0, end }, name }], damaged: true };
  }
}

function read(text: string): Piece {
  const edits: TextEdit[] = [];
  const problems: YamlProblem[] = [];
  for (let round = 0; ; round++) {
    const { source, place } = edited(text, edits);
    const document = parse(source);
    const repair = round < maxRepairs ? repairOf(document, source) : undefined;
    if (repair === undefined) return pieceOf(document, { source, place, problems });
    for (const { span, ...rest } of repair.problems) {
      problems.push({ ...rest, span: { start: place(span.start), end: place(span.end) } });
    }
    // Repairs of one place in two rounds would overlap.
    const fresh = repair.edits.map(({ span, newText }) => ({
      span: { start: place(span.start), end: place(span.end) },
      newText,
    }));
    if (
      fresh.some(({ span }) => edits.some((edit) => span.start < edit.span.end && edit.span.start < span.end))
    ) {
      return { ...pieceOf(document, { source, place, problems }), damaged: true };
    }
    edits.push(...fresh);
  }
}

function parse(source: string): Document.Parsed {
  return parseDocument(source, {
    // Scalars are read from their text, as Compose does, which is not YAML 1.2's way; double keys are a rule's.
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
}

function pieceOf(
  document: Document.Parsed,
  {
    source,
    place,
    problems,
  }: { source: string; place: (offset: number) => number; problems: readonly YamlProblem[] },
): Piece {
  const found = [...problems];
  const guessed = new Set(
    problems.flatMap(({ kind, span }) => (kind === 'missingColon' ? [span.start] : [])),
  );
  let damaged = false;
  for (const { code, message, pos } of document.errors) {
    const kind = kindOf(code, message);
    const spoils = kind === 'syntax' || kind === 'depth' || kind === 'indentation';
    // What comes behind broken structure is its consequence.
    if (spoils && (damaged || problems.length > 0)) {
      damaged = true;
      continue;
    }
    damaged ||= spoils;
    const problem = problemAt(kind, pos[0], source, message);
    // Some errors are found behind the end.
    const start = place(Math.min(problem.span.start, source.length));
    const end = place(Math.min(problem.span.end, source.length));
    if (kind === 'missingColon') guessed.add(start);
    found.push({ ...problem, span: { start, end: Math.max(end, start) } });
  }
  const root = document.contents && convert(document.contents, { source, place, guessed });
  if (root === null) return { pairs: [], problems: found, damaged };
  if (root.kind === 'map') {
    const plain = !root.flow && root.anchor === undefined && root.tag === undefined;
    return { pairs: root.pairs, problems: found, damaged, ...(plain ? {} : { map: root }) };
  }
  if (root.kind === 'scalar' && root.style === 'plain' && isWord(root.value) && root.anchor === undefined) {
    found.push({ kind: 'missingColon', span: root.span, name: root.value });
    return { pairs: [{ key: root, span: root.span, guessed: true }], problems: found, damaged };
  }
  return { pairs: [], root, problems: found, damaged };
}

function kindOf(code: string, message: string): YamlProblemKind {
  switch (code) {
    case 'BAD_SCALAR_START':
      return 'reserved';
    case 'BAD_DQ_ESCAPE':
      return 'escape';
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? 'syntax' : 'indentation';
    case 'MISSING_CHAR':
      return message.startsWith('Implicit map keys') ? 'missingColon' : 'syntax';
    case 'UNEXPECTED_TOKEN':
      return message.endsWith('at node end') ? 'rest' : 'syntax';
    default:
      return message.startsWith('Maximum call stack') ? 'depth' : 'syntax';
  }
}

/** Errors of indentation are found in front of the line's text: what a person looks at is the text. */
function problemAt(kind: YamlProblemKind, position: number, source: string, message: string): YamlProblem {
  let start = position;
  while (kind === 'indentation' && /\s/.test(source.charAt(start))) start++;
  const line = /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? '';
  const content = line.replace(/(?:^|\s+)#.*$/, '').trimEnd();
  const word = /^[^\s:]+/.exec(content)?.[0] ?? '';
  switch (kind) {
    case 'syntax':
      return { kind, span: { start, end: start + Math.max(word.length, 1) }, name: message };
    case 'indentation':
      return { kind, span: { start, end: start + Math.max(word.length, 1) }, name: word };
    case 'depth':
    case 'reserved':
      return { kind, span: { start, end: start + 1 }, name: source.charAt(start) };
    case 'escape':
      return { kind, span: { start, end: start + 2 }, name: source.slice(start, start + 2) };
    default:
      return { kind, span: { start, end: start + Math.max(content.length, 1) }, name: content };
  }
}
