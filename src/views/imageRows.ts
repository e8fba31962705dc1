import { t } from '@vscode/l10n';
import type { Engine } from '../engine/engine.ts';
import type { Container } from '../engine/kinds/container.ts';
import { type Image, type ImageReference, imageReferences } from '../engine/kinds/image.ts';
import { splitReference } from '../engine/reference.ts';
import { createImageRow, type ImageRow } from './imageRow.ts';
import { keptOrder } from './keptOrder.ts';
import { byName } from './order.ts';
import type { Row, ViewOptions } from './view.ts';

/** Makes the rows of these images. */
export type ImageRows = (shown: readonly Image[], options: ViewOptions) => readonly Row[];

/** A reference to an image, and the repository that it is in; the empty one where it has no name. */
interface Placed {
  readonly reference: ImageReference;
  readonly repository: string;
}

/** What is remembered of a repository. */
interface Memory {
  readonly children: readonly ImageRow[];
  readonly row: Row;
}

/**
 * Makes what makes the rows of an engine's images. What is the same as before gets the same row, also a repository: a change
 * costs one look at each image, and work for those alone that differ.
 */
export function createImageRows(engine: Engine): ImageRows {
  const { inventory } = engine;
  const rowOf = createImageRow(engine);
  const placesOf = createPlaces();
  let flat: readonly ImageRow[] = [];
  let repositories: readonly Row[] = [];
  let memories = new Map<string, Memory>();
  let users: { readonly of: readonly Container[]; readonly map: Users } = { of: [], map: new Map() };

  function usersNow(): Users {
    const of = inventory.list('container');
    if (users.of !== of) users = { of, map: groupedBy(of, ({ imageId }) => imageId) };
    return users.map;
  }

  return (shown, { settings, now }) => {
    const usedBy = usersNow();
    const make = ({ reference }: Placed, place: 'flat' | 'repository') =>
      rowOf(reference, usedBy.get(reference.id) ?? noUsers, now, place);
    const places = shown.flatMap(placesOf);
    if (settings['gantry.images.groupBy'] === 'none') {
      const rows = places.map((placed) => make(placed, 'flat'));
      flat = keptOrder(flat, rows, byLabel);
      return flat;
    }
    const before = memories;
    memories = new Map();
    for (const [name, members] of groupedBy(places, ({ repository }) => repository)) {
      const former = before.get(name);
      const rows = members.map((placed) => make(placed, 'repository'));
      const children = keptOrder(former?.children ?? [], rows, name === '' ? byKey : byLabel);
      const row = former?.children === children ? former.row : repositoryRow(name, children);
      memories.set(name, { children, row });
    }
    const named = [...memories].flatMap(([name, { row }]) => (name === '' ? [] : [row]));
    repositories = keptOrder(repositories, named, byLabel);
    const unnamed = memories.get('')?.row;
    return unnamed === undefined ? repositories : [...repositories, unnamed];
  };
}

type Users = ReadonlyMap<string, readonly Container[]>;

const noUsers: readonly Container[] = [];

/** Makes what tells an image's references: the same objects for as long as the image is. */
function createPlaces(): (image: Image) => readonly Placed[] {
  const known = new WeakMap<Image, readonly Placed[]>();
  return (image) => {
    const places =
      known.get(image) ??
      imageReferences(image).map((reference) => ({ reference, repository: repositoryOf(reference) }));
    known.set(image, places);
    return places;
  };
}

/** An image pulled by its digest has no tag, but a repository. */
function repositoryOf({ tags, digests, reference }: ImageReference): string {
  const name = tags.length > 0 ? reference : digests[0];
  return name === undefined ? '' : splitReference(name).repository;
}

/** As `Map.groupBy`, which takes several times as long. */
function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function repositoryRow(name: string, children: readonly ImageRow[]): Row {
  if (name === '') return unnamedRow(children);
  const description = children.length === 1 ? t('1 tag') : t('{0} tags', children.length);
  return {
    key: `repository:${name}`,
    label: name,
    description,
    icon: { id: 'package' },
    accessibilityLabel: t('Repository {0}, {1}', name, description),
    object: { kind: 'repository', id: name, name, images: children.map(({ object }) => object) },
    children: () => children,
    expanded: true,
  };
}

function unnamedRow(children: readonly ImageRow[]): Row {
  const label = t('Without a tag');
  const description = children.length === 1 ? t('1 image') : t('{0} images', children.length);
  return {
    key: 'repository:',
    label,
    description,
    icon: { id: 'package', color: 'disabledForeground' },
    accessibilityLabel: `${label}, ${description}`,
    children: () => children,
  };
}

function byLabel(a: Row, b: Row): number {
  return byName(a.label, b.label) || byName(a.key, b.key);
}

function byKey(a: Row, b: Row): number {
  return a.key < b.key ? -1 : 1;
}
