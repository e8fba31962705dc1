import type { CompletionItem, Document, Surroundings } from '../../language.ts';
import { alternatives } from '../analysis/choose.ts';
import type { Shape } from '../schema/shape.ts';
import type { ComposeTree } from '../tree.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { keyItems, nameItems } from './keyItems.ts';
import { valueItems } from './valueItems.ts';

/** What can stand at `offset`: keys, words, names of what the file declares, images, paths. */
export async function completion(
  document: Document<ComposeTree>,
  offset: number,
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<readonly CompletionItem[]> {
  const cursor = cursorAt(document, offset);
  if (cursor === undefined) return [];
  const { place } = cursor;
  const values = (shape: Shape, before = ''): Promise<readonly CompletionItem[]> =>
    valueItems(shape, { document, cursor, surroundings, signal, before });
  if (place.part === 'value') return place.shape === undefined ? [] : values(place.shape);
  const items = [...keyItems(document, cursor), ...nameItems(document, cursor)];
  const { mapShape } = place;
  if (mapShape === undefined || !isAlone(cursor)) return items;
  // A lone word may become text, where text can stand, or the first item of a list.
  if (cursor.dash > 0) return [...items, ...(await values(mapShape))];
  const lists = alternatives(mapShape).flatMap((one) => (one.kind === 'list' ? [one.of] : []));
  const more = await Promise.all(lists.map((of) => values(of, '- ')));
  return [...items, ...more.flat()];
}

/** Whether nothing else stands in the map yet, so that it need not become one. */
function isAlone({ place, colon, flow }: Cursor): boolean {
  return place.map?.pairs.length === 1 && !colon && !flow;
}
