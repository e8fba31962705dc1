import type { Document } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import { parseCompose } from '../parse.ts';
import type { ComposeTree } from '../tree.ts';
import { locate, type Place } from './locate.ts';

/** Where something is being typed, as the file would be read if it were there already. */
export interface Cursor {
  readonly place: Place;
  /** The word that is replaced. */
  readonly span: Span;
  /** The part of it before the cursor. */
  readonly typed: string;
  /** What must stand before what is inserted: the space behind a `:`. */
  readonly lead: string;
  /** Whether a `:` stands behind the word. */
  readonly colon: boolean;
  /** Inside of brackets. */
  readonly flow: boolean;
  /** Behind `- `, how far the item's content stands behind the line's own indentation. */
  readonly dash: number;
  /** The quote that is open. */
  readonly quote: string;
}

/** Puts a word where the cursor is and reads the file again: the half-typed line then has its place in the tree. */
export function cursorAt({ text, tree }: Document<ComposeTree>, offset: number): Cursor | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  if (inComment(before)) return undefined;
  const lineEnd = /\r?\n|$/g;
  lineEnd.lastIndex = offset;
  const after = text.slice(offset, lineEnd.exec(text)?.index ?? text.length);
  const behindColon = /^\s*(?:- +)*["']?[\w.-]+["']?:$/.test(before);
  const typed = behindColon ? '' : (/[^\s,[\]{}"']*$/.exec(before)?.[0] ?? '');
  const start = offset - typed.length;
  const head = before.slice(0, before.length - typed.length);
  const isKey = /^\ufeff?[\s-]*$/.test(head) && /^\s*(?:- +)*$/.test(head.replace('\ufeff', ''));
  const tail = (isKey ? /^[^\s:,[\]{}"'#]*/ : /^[^\s,[\]{}"'#]*/).exec(after)?.[0] ?? '';
  const end = offset + tail.length;
  const colon = text[end] === ':';
  const quote = /["']$/.exec(head)?.[0] ?? '';
  const word = markerFor(text);
  const lead = behindColon ? ' ' : '';
  const mark = `${lead}${word}${isKey && !colon ? ':' : ''}`;
  const probe = text.slice(0, start) + mark + text.slice(end);
  const read = parseCompose(probe, '', tree);
  const place = locate(read, start + lead.length + 1);
  if (place === undefined) return undefined;
  const found =
    place.part === 'key' ? place.pair?.key.value : place.node?.kind === 'scalar' ? place.node.value : '';
  if (found !== undefined && !found.includes(word)) return undefined;
  if (place.part === 'value' && place.node?.kind === 'scalar' && place.node.style === 'block')
    return undefined;
  const flow =
    place.part === 'key' ? place.map?.flow === true : place.list?.flow === true || /[[{,]\s*$/.test(head);
  const dash = /^\s*((?:- +)*)/.exec(head)?.[1]?.length ?? 0;
  return { place, span: { start, end }, typed, lead, colon, flow, dash, quote };
}

/** A word that the file does not have. */
function markerFor(text: string): string {
  let word = 'cursor0';
  for (let i = 1; text.includes(word); i++) word = `cursor${i}`;
  return word;
}

/** A `#` behind white space, outside of quotes. */
function inComment(before: string): boolean {
  let quote = '';
  for (let i = 0; i < before.length; i++) {
    const character = before.charAt(i);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && /(?:^|[\s[{,:-])$/.test(before.slice(0, i))) {
      quote = character;
    } else if (character === '#' && (i === 0 || /\s/.test(before.charAt(i - 1)))) {
      return true;
    }
  }
  return false;
}
