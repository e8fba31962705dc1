import type { Span } from '../../text/span.ts';
import { spanIn, type Word } from '../syntax/logicalLine.ts';
import { shellWord } from '../syntax/shellWord.ts';
import type { Instruction } from '../syntax/tree.ts';
import { type Binding, bindWord, declare, expandWord, type Place, recordUse, scopeOf } from './binding.ts';
import { expandedHeredocs, expandedWords, shellTexts } from './expandable.ts';
import { platformArgs } from './predefined.ts';
import { shellReferences } from './shellReferences.ts';

/** Binds the variables that an instruction uses, then those that it declares. */
export function bindInstruction(binding: Binding, place: Place, text: string): void {
  const { instruction } = place;
  if (instruction.name === 'ARG') {
    bindArg(binding, place);
    return;
  }
  for (const word of expandedWords(instruction)) textOf(binding, place, word);
  if (instruction.heredocs.length > 0) {
    for (const { body } of expandedHeredocs(instruction)) bindBody(binding, place, body, text);
  }
  for (const { word, body } of shellTexts(instruction)) {
    const script = word?.text ?? (body === undefined ? '' : text.slice(body.start, body.end));
    // Most have none; then nothing more is made for them.
    if (!script.includes('$')) continue;
    bindScript(binding, place, script, (start, end) => {
      if (word !== undefined) return spanIn(instruction.line, word, start, end);
      return { start: (body?.start ?? 0) + start, end: (body?.start ?? 0) + end };
    });
  }
  if (instruction.name === 'ENV') declareEnv(binding, place);
}

/** What a word stands for; binds its variables. */
export function textOf(binding: Binding, place: Place, word: Word): string | undefined {
  return /[$"'\\`]/.test(word.text) ? expandWord(binding, place, word).text : word.text;
}

/** Each ARG of an instruction sees those before it. */
function bindArg(binding: Binding, place: Place): void {
  const { instruction, stage } = place;
  if (instruction.arguments.form !== 'pairs') return;
  for (const { key, value } of instruction.arguments.pairs) {
    const name = key.text;
    const made = { name, kind: 'ARG', key } as const;
    if (value !== undefined) {
      declare(binding, place, { ...made, value }, { isSet: true, value: textOf(binding, place, value) });
      continue;
    }
    const own = scopeOf(binding, place).get(name);
    const inherited = own?.isSet === true ? own : stage && binding.global.get(name);
    const isSet = inherited?.isSet === true || (stage !== undefined && platformArgs.has(name));
    declare(binding, place, made, { isSet, value: inherited?.value });
  }
}

/** The pairs of an ENV see what was before it, not one another. */
function declareEnv(binding: Binding, place: Place): void {
  const { arguments: args } = place.instruction;
  if (args.form !== 'pairs') return;
  const known = (word: Word): string | undefined =>
    /[$"'\\`]/.test(word.text) ? binding.expansions.get(word)?.text : word.text;
  for (const { key, value } of args.pairs) {
    const name = known(key);
    if (name === undefined || value === undefined) continue;
    declare(binding, place, { name, kind: 'ENV', key, value }, { isSet: true, value: known(value) });
  }
}

/** In the body of a here-document quotes are only text, and `\` escapes whatever the directive says. */
function bindBody(binding: Binding, place: Place, body: Span, text: string): void {
  const read = shellWord(text.slice(body.start, body.end), { escapeToken: '\\', quotesAreText: true });
  bindWord(binding, place, read, (start, end) => shifted(body, start, end));
}

function shifted({ start }: Span, from: number, to: number): Span {
  return { start: start + from, end: start + to };
}

/** In a script only the names that the file declares count: the others are the script's own. */
function bindScript(
  binding: Binding,
  place: Place,
  script: string,
  spanAt: (start: number, end: number) => Span,
): void {
  for (const { name, start, end, nameStart, nameEnd } of shellReferences(script)) {
    const declaration = scopeOf(binding, place).get(name)?.declaration;
    if (declaration === undefined || (declaration.kind === 'ARG' && !runsInBuild(place.instruction)))
      continue;
    recordUse(binding, place, {
      name,
      span: spanAt(nameStart, nameEnd),
      outer: spanAt(start, end),
      by: 'shell',
    });
  }
}

/** Build arguments are gone when a container starts. */
function runsInBuild({ name, arguments: args }: Instruction): boolean {
  return name === 'RUN' || (args.form === 'instruction' && args.instruction.name === 'RUN');
}
