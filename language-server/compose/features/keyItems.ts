import type { CompletionItem, Document } from '../../language.ts';
import { alternatives } from '../analysis/choose.ts';
import { describeShape } from '../analysis/describe.ts';
import type { Attribute, Shape } from '../schema/shape.ts';
import type { ComposeTree } from '../tree.ts';
import type { Cursor } from './cursor.ts';
import { attributeDocs } from './hover.ts';

/** The keys that the map at the cursor may have and has not. */
export function keyItems(document: Document<ComposeTree>, cursor: Cursor): readonly CompletionItem[] {
  const { place, span } = cursor;
  const { dialect } = document.tree;
  const present = presentKeys(cursor);
  const items: CompletionItem[] = [];
  for (const shape of place.mapShape === undefined ? [] : alternatives(place.mapShape)) {
    if (shape.kind !== 'map') continue;
    for (const [key, attribute] of Object.entries(shape.keys)) {
      if (present.has(key) || (dialect === 'stack' && attribute.swarm === 'rejected')) continue;
      const inserted = insertion(attribute, cursor, document.text);
      items.push({
        label: key,
        kind: 'property',
        detail: describeShape(attribute.shape).replaceAll('`', ''),
        documentation: attributeDocs(key, attribute, dialect),
        edit: { span, newText: `${key}${inserted.text}` },
        sortText: `${attribute.deprecated === undefined ? (attribute.rank ?? 3) : 4}${key}`,
        ...(inserted.snippet ? { snippet: true } : {}),
        ...(inserted.retrigger ? { retrigger: true } : {}),
        ...(attribute.deprecated === undefined ? {} : { deprecated: true }),
      });
    }
  }
  return items;
}

/** Names as keys: of what is used here, and in a section of what is used elsewhere and not declared yet. */
export function nameItems({ tree, text }: Document<ComposeTree>, cursor: Cursor): readonly CompletionItem[] {
  const { place, span, colon, flow } = cursor;
  const present = presentKeys(cursor);
  const items: CompletionItem[] = [];
  for (const shape of place.mapShape === undefined ? [] : alternatives(place.mapShape)) {
    if (shape.kind !== 'names') continue;
    const { refers, declares, of } = shape;
    const names = new Set<string>();
    if (refers !== undefined) {
      for (const name of tree.declared(refers.to).keys()) if (name !== place.path[1]) names.add(name);
    }
    if (declares !== undefined) {
      for (const { to, name } of tree.analysis.uses) {
        if (to === declares && !tree.declared(to).has(name)) names.add(name);
      }
    }
    for (const name of names) {
      if (present.has(name)) continue;
      const required = flow || colon ? undefined : requiredKey(of);
      const rest = required === undefined ? '' : `\n${indented(`  ${required}`, cursor, text)}`;
      items.push({
        label: name,
        kind: 'reference',
        edit: { span, newText: `${name}${colon ? '' : `:${rest}`}` },
        sortText: `0${name}`,
        ...(rest === '' ? {} : { snippet: true, retrigger: true }),
      });
    }
  }
  return items;
}

function presentKeys({ place, span }: Cursor): ReadonlySet<string> {
  const others = place.map?.pairs.filter(({ key }) => key.span.start !== span.start) ?? [];
  return new Set(others.map(({ key }) => key.value));
}

/** The first key that a map needs, so that completion goes on behind it. */
function requiredKey(shape: Shape): string | undefined {
  for (const one of alternatives(shape)) {
    if (one.kind === 'null') return undefined;
    const key = one.kind === 'map' && Object.entries(one.keys).find(([, { required }]) => required)?.[0];
    if (key) return `${key}: $0`;
  }
  return undefined;
}

interface Insertion {
  readonly text: string;
  readonly snippet: boolean;
  readonly retrigger: boolean;
}

/** What follows the key: a space, the lines of a list or of a map, or the attribute's own. */
function insertion(attribute: Attribute, cursor: Cursor, text: string): Insertion {
  const { colon, flow } = cursor;
  if (colon) return { text: '', snippet: false, retrigger: false };
  const { snippet, shape } = attribute;
  if (snippet !== undefined && !flow) {
    return {
      text: `:${indented(snippet, cursor, text)}`,
      snippet: true,
      retrigger: /^\n\s*(?:- )?\$0$/.test(snippet),
    };
  }
  const shapes = alternatives(shape);
  const scalar = shapes.some(({ kind }) => kind === 'text' || kind === 'number' || kind === 'boolean');
  const known = shapes.some(
    (one) =>
      one.kind === 'boolean' ||
      (one.kind === 'text' && (one.values ?? one.refers ?? one.path ?? one.grammar === 'image')),
  );
  if (scalar || flow) return { text: ': ', snippet: false, retrigger: known };
  const item = shapes[0]?.kind === 'list' ? '- ' : '';
  return { text: `:${indented(`\n  ${item}$0`, cursor, text)}`, snippet: true, retrigger: item === '' };
}

/** Steps of two spaces as the file's own, and behind a dash those that the item stands in. */
function indented(snippet: string, { dash }: Cursor, text: string): string {
  const unit = /^\S[^\n]*:\s*\r?\n( +)\S/m.exec(text)?.[1] ?? '  ';
  return snippet.replace(/(^|\n)((?: {2})+)/g, (_, start: string, spaces: string) => {
    const deeper = unit.repeat(spaces.length / 2);
    return `${start}${' '.repeat(dash)}${deeper}`;
  });
}
