import { t } from '@vscode/l10n';
import type { Engine } from '../engine/engine.ts';
import { type ImageLayer, imageHistory } from '../engine/images/imageHistory.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { ImageReference } from '../engine/kinds/image.ts';
import { splitReference } from '../engine/reference.ts';
import { ageWords, ageWordsUntil } from '../words/age.ts';
import { dateWords } from '../words/date.ts';
import { listed } from '../words/listed.ts';
import { shortId } from '../words/shortId.ts';
import { sizeWords } from '../words/size.ts';
import { tooltip } from './markdown.ts';
import { byName } from './order.ts';
import type { Row } from './view.ts';

/** An image's row, by its object. */
export interface ImageRow extends Row {
  readonly object: ImageReference;
}

interface Remembered {
  readonly users: readonly Container[];
  /** From when until when the row says the age right. */
  readonly from: number;
  readonly until: number;
  readonly place: 'flat' | 'repository';
  readonly row: ImageRow;
}

/** Makes what makes the rows of an engine's images; an image that is the same object as before, with the same users, gets the same row. */
export function createImageRow(
  engine: Engine,
): (
  image: ImageReference,
  users: readonly Container[],
  now: number,
  place: 'flat' | 'repository',
) => ImageRow {
  const remembered = new WeakMap<ImageReference, Remembered>();
  return (image, users, now, place) => {
    const known = remembered.get(image);
    if (known?.place === place && now >= known.from && now < known.until && sameList(known.users, users)) {
      return known.row;
    }
    const row = imageRow(engine, image, { users, now, place });
    const until = ageWordsUntil(image.createdAt, now);
    remembered.set(image, { users, from: now, until, place, row });
    return row;
  };
}

function sameList(a: readonly Container[], b: readonly Container[]): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
}

function imageRow(
  engine: Engine,
  image: ImageReference,
  { users, now, place }: Pick<Remembered, 'users' | 'place'> & { readonly now: number },
): ImageRow {
  const { id, reference, tags } = image;
  const name = tags.length > 0 ? reference : shortId(id);
  const label = tags.length > 0 && place === 'repository' ? (splitReference(reference).tag ?? name) : name;
  const use =
    users.length === 0
      ? t('unused')
      : users.length === 1
        ? t('1 container')
        : t('{0} containers', users.length);
  // A reproducible build says that it is of the epoch.
  const age = image.createdAt > 0 ? ageWords(image.createdAt, now) : '';
  const description = [sizeWords(image.size), age, use].filter((part) => part !== '').join(' · ');
  const running = users.some(({ state }) => state === 'running');
  return {
    key: `image:${id}:${reference}`,
    label,
    description,
    icon: running
      ? { id: 'tag', color: 'testing.iconPassed' }
      : users.length === 0
        ? { id: 'tag', color: 'disabledForeground' }
        : { id: 'tag' },
    tooltip: () => tooltipOf(image, users),
    accessibilityLabel: t('Image {0}, {1}', name, description),
    object: image,
    load: async () => (await imageHistory(engine, reference)).map((layer) => layerRow(image, layer)),
  };
}

function tooltipOf(image: ImageReference, users: readonly Container[]): string {
  const { id, reference, tags, digests, createdAt, size } = image;
  return tooltip(tags.length > 0 ? reference : shortId(id), [
    [t('Size'), sizeWords(size)],
    [t('Created'), dateWords(createdAt)],
    [t('Also tagged'), tags.filter((tag) => tag !== reference).join(', ')],
    [t('Used by'), listed(users.map(({ name }) => name).sort(byName), 10)],
    [t('Digest'), digests[0]],
    [t('Id'), shortId(id)],
  ]);
}

/** A step that the image was made by: what it did and how much it added. */
function layerRow(image: ImageReference, layer: ImageLayer): Row {
  const { index, command, size, createdAt, comment, id } = layer;
  const label = command === '' ? comment || t('(not known)') : command.replace(/\s+/g, ' ');
  const description = size > 0 ? sizeWords(size) : t('adds nothing');
  return {
    key: `layer:${image.id}:${image.reference}:${index}`,
    label: label.length > 200 ? `${label.slice(0, 200)}…` : label,
    description,
    icon: size > 0 ? { id: 'layers' } : { id: 'circle-outline', color: 'disabledForeground' },
    tooltip: () =>
      tooltip(label, [
        [t('Size'), sizeWords(size)],
        [t('Created'), dateWords(createdAt)],
        [t('Comment'), comment],
        [t('Image'), id === undefined ? undefined : shortId(id)],
      ]),
    accessibilityLabel: `${label}, ${description}`,
    object: { kind: 'layer', id: `${image.id}:${index}`, image, layer },
  };
}
