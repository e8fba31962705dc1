import { directiveReader } from './directives.ts';
import { openedHeredocs, readBodies } from './heredocs.ts';
import { parseLine } from './instruction.ts';
import { lineAt, type ScannedLine, scanLogicalLine } from './scan.ts';
import { skipSpaces, trimEnd } from './spaces.ts';
import type { Arguments, Directive, Escape, Heredoc, Instruction, Part, SyntaxTree, Trivia } from './tree.ts';

const none: readonly never[] = [];

/** Parses a Dockerfile in time linear in its length. Every text has a tree; nothing is thrown. */
export function parseSyntax(text: string): SyntaxTree {
  const parts: Part[] = [];
  const directives: Directive[] = [];
  const instructions: Instruction[] = [];
  const nextDirective = directiveReader();
  let escapeToken: Escape = '\\';
  let comments: readonly Trivia[] = none;
  let above: Trivia[] = [];
  let covered = 0;
  const add = (part: Part): void => {
    const { start, end } = part.span;
    if (start > covered) parts.push({ kind: 'space', span: { start: covered, end: start } });
    parts.push(part);
    covered = end;
  };
  let at = 0;
  if (text.startsWith('\uFEFF')) {
    at = 1;
    add({ kind: 'bom', span: { start: 0, end: 1 } });
  }
  while (at < text.length) {
    const line = lineAt(text, at);
    const start = skipSpaces(text, at, line.end);
    const directive = nextDirective(text, start, line.end);
    if (directive !== undefined) {
      if (directive.name === 'escape' && isEscape(directive.value)) escapeToken = directive.value;
      directives.push(directive);
      add(directive);
    } else if (start === line.end) {
      comments = none;
    } else if (text.charCodeAt(start) === 35) {
      const comment: Trivia = { kind: 'comment', span: { start, end: line.end } };
      const empty = trimEnd(text, start + 1, line.end) === start + 1;
      // Growing it in place keeps many comments in a row linear.
      if (empty) comments = none;
      else if (comments === none) comments = above = [comment];
      else above.push(comment);
      add(comment);
    } else {
      const scanned = scanLogicalLine(text, start, escapeToken);
      const { instruction, next } = parseInstruction(text, scanned, escapeToken, comments);
      instructions.push(instruction);
      add(instruction);
      comments = none;
      at = next;
      continue;
    }
    at = line.next;
  }
  if (covered < text.length) parts.push({ kind: 'space', span: { start: covered, end: text.length } });
  return { text, escapeToken, parts, directives, instructions };
}

function isEscape(value: string): value is Escape {
  return value === '\\' || value === '`';
}

function parseInstruction(
  text: string,
  scanned: ScannedLine,
  escapeToken: Escape,
  comments: readonly Trivia[],
): { readonly instruction: Instruction; readonly next: number } {
  const { line, span, trivia } = scanned;
  const plain = instructionAt(scanned, 0, escapeToken, comments);
  const opener = plain.arguments.form === 'instruction' ? plain.arguments.instruction : plain;
  if (!opensHeredocs(opener)) return { instruction: plain, next: scanned.next };
  const opened = openedHeredocs(line);
  if (opened.length === 0) return { instruction: plain, next: scanned.next };
  const { heredocs, end, next } = readBodies(text, scanned.next, opened);
  const whole = { start: span.start, end: Math.max(end, span.end) };
  return { instruction: withHeredocs({ ...plain, span: whole, trivia }, heredocs), next };
}

function instructionAt(
  { line, span, trivia }: ScannedLine,
  start: number,
  escapeToken: Escape,
  comments: readonly Trivia[],
  trigger = false,
): Instruction {
  const { keyword, name, flags, endOfFlags, rest, arguments: args } = parseLine(line, start, escapeToken);
  // ONBUILD ONBUILD is refused; looking deeper would only let a long chain exhaust the stack.
  const inner = (at: number): Arguments =>
    trigger
      ? { form: 'text', text: rest }
      : {
          form: 'instruction',
          instruction: instructionAt({ line, span, trivia, next: 0 }, at, escapeToken, comments, true),
        };
  return {
    kind: 'instruction',
    keyword,
    name,
    span,
    line,
    flags,
    ...(endOfFlags === undefined ? undefined : { endOfFlags }),
    rest,
    arguments: args.form === 'trigger' ? inner(args.start) : args,
    heredocs: none,
    trivia,
    comments,
    trigger,
  };
}

function opensHeredocs({ name, arguments: { form }, line }: Instruction): boolean {
  return (
    (name === 'RUN' || name === 'COPY' || name === 'ADD') &&
    form !== 'json' &&
    form !== 'badJson' &&
    line.text.includes('<<')
  );
}

/** An ONBUILD shares the here-documents with its trigger. */
function withHeredocs(instruction: Instruction, heredocs: readonly Heredoc[]): Instruction {
  const { arguments: args, span } = instruction;
  if (args.form !== 'instruction') return { ...instruction, heredocs };
  const inner = { ...args.instruction, span, heredocs };
  return { ...instruction, heredocs, arguments: { form: 'instruction', instruction: inner } };
}
