import type { CompletionItem, Document, Surroundings } from '../../language.ts';
import { alternatives } from '../analysis/choose.ts';
import type { Shape, TextShape } from '../schema/shape.ts';
import type { ComposeTree } from '../tree.ts';
import { pairOf } from '../yaml/node.ts';
import type { Cursor } from './cursor.ts';

interface Context {
  readonly document: Document<ComposeTree>;
  readonly cursor: Cursor;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  /** What must stand before the value, as the dash of an item. */
  readonly before: string;
}

/** The values that a shape may have at the cursor. */
export async function valueItems(shape: Shape, context: Context): Promise<readonly CompletionItem[]> {
  const items: CompletionItem[] = [];
  for (const one of alternatives(shape)) {
    if (one.kind === 'boolean') {
      for (const word of ['true', 'false']) items.push(item(word, 'value', context));
    } else if (one.kind === 'text') {
      items.push(
        ...wordItems(one, context),
        ...nameItems(one, context),
        ...(await outsideItems(one, context)),
      );
    }
  }
  return items;
}

function item(
  label: string,
  kind: CompletionItem['kind'],
  { cursor, before }: Context,
  options: { readonly documentation?: string; readonly inserted?: string; readonly from?: number } = {},
): CompletionItem {
  const { inserted = label, from = cursor.span.start, documentation } = options;
  // In open quotes those of the word itself are too many.
  const newText = cursor.quote === '' ? inserted : inserted.replaceAll('"', '');
  return {
    label,
    kind,
    edit: { span: { start: from, end: cursor.span.end }, newText: `${cursor.lead}${before}${newText}` },
    filterText: `${cursor.lead}${newText}`,
    ...(documentation === undefined ? {} : { documentation }),
  };
}

function wordItems({ values = [] }: TextShape, context: Context): readonly CompletionItem[] {
  return values.map(({ word, doc }, index) => ({
    ...item(word, 'value', context, { documentation: doc }),
    // In the order of the schema, which has the usual ones first.
    sortText: `1${String(index).padStart(2, '0')}`,
  }));
}

function nameItems({ refers }: TextShape, context: Context): readonly CompletionItem[] {
  if (refers === undefined) return [];
  const { cursor, document } = context;
  const { place, typed } = cursor;
  const { part, to } = refers;
  if (part === 'mount' && (typed.includes(':') || /^[./~]/.test(typed))) return [];
  if (part === 'source') {
    const type = place.map && pairOf(place.map, 'type')?.value;
    if (type?.kind !== 'scalar' || type.value !== 'volume') return [];
  }
  if (part === 'extends' && place.map && pairOf(place.map, 'file') !== undefined) return [];
  const taken = new Set(place.list?.items.flatMap((other) => (other.kind === 'scalar' ? [other.value] : [])));
  const names = [...document.tree.declared(to).keys()];
  if (to === 'network' && !names.includes('default')) names.push('default');
  return names
    .filter((name) => !taken.has(name) && !(to === 'service' && name === place.path[1]))
    .map((name) => {
      const inserted = part === 'mode' ? `service:${name}` : part === 'mount' ? `${name}:` : name;
      return {
        ...item(part === 'mode' ? inserted : name, 'reference', context, { inserted }),
        sortText: `0${name}`,
      };
    });
}

async function outsideItems(
  { grammar, path, refers }: TextShape,
  context: Context,
): Promise<readonly CompletionItem[]> {
  const { cursor, document, surroundings, signal } = context;
  if (grammar === 'image') {
    const images = await surroundings.images(signal);
    return images.map((image) => item(image, 'image', context));
  }
  if (path === undefined) return [];
  const { typed, span } = cursor;
  // A mount's source is a path only when it looks like one, and its target is none of the host.
  if (refers !== undefined && (typed.includes(':') || !/^[./]/.test(typed))) return [];
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const names = await surroundings.list(document.uri, folder === '' ? '.' : folder, signal);
  return names
    .filter((name) => path !== 'folder' || name.endsWith('/'))
    .map((name) => {
      const found = item(name, name.endsWith('/') ? 'folder' : 'file', context, {
        from: span.start + folder.length,
      });
      return name.endsWith('/') ? { ...found, retrigger: true } : found;
    });
}
