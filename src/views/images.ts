import { t } from '@vscode/l10n';
import type { Container } from '../engine/kinds/container.ts';
import { type Image, type ImageReference, imageReferences } from '../engine/kinds/image.ts';
import { parseReference } from '../engine/reference.ts';
import { ageWords } from '../words/age.ts';
import { listed } from '../words/listed.ts';
import { shortId } from '../words/shortId.ts';
import { sizeWords } from '../words/size.ts';
import { tooltip } from './markdown.ts';
import { byName } from './order.ts';
import type { EngineView, Row } from './view.ts';

/**
 * Images under their repositories. A repository has its row even with a single tag, so that a second one that arrives
 * adds a row and moves none. Images without a name come last.
 */
export const imagesView: EngineView = {
  on: 'engine',
  id: 'gantry.images',
  title: 'Images',
  watches: ['image', 'container'],
  rows({ inventory }) {
    const users = Map.groupBy(inventory.list('container'), ({ imageId }) => imageId);
    const now = Date.now();
    const references = inventory.list('image').flatMap(imageReferences);
    const repositories = Map.groupBy(references, repositoryOf);
    const unnamed = repositories.get(undefined);
    const rowOf = (reference: ImageReference) => imageRow(reference, users.get(reference.id) ?? [], now);
    const named = [...repositories].flatMap(([repository, members]) =>
      repository === undefined ? [] : repositoryRow(repository, members.map(rowOf)),
    );
    named.sort((a, b) => byName(a.label, b.label));
    return unnamed === undefined ? named : [...named, unnamedRow(unnamed.map(rowOf))];
  },
  summary({ inventory }) {
    const images = inventory.list('image').length;
    return images === 0 ? undefined : imageCount(images);
  },
};

/** An image pulled by its digest has no tag, but a repository. */
function repositoryOf({ tags, digests, reference }: ImageReference): string | undefined {
  const name = tags.length > 0 ? reference : digests[0];
  return name === undefined ? undefined : parseReference(name)?.repository;
}

function repositoryRow(repository: string, children: readonly Row[]): Row {
  return {
    key: `repository:${repository}`,
    label: repository,
    description: children.length === 1 ? t('1 tag') : t('{0} tags', children.length),
    icon: { id: 'package' },
    children: () => [...children].sort((a, b) => byName(a.label, b.label) || byName(a.key, b.key)),
    expanded: true,
  };
}

function unnamedRow(children: readonly Row[]): Row {
  return {
    key: 'repository:',
    label: t('Without a tag'),
    description: imageCount(children.length),
    icon: { id: 'package' },
    children: () => [...children].sort((a, b) => byName(a.key, b.key)),
  };
}

function imageCount(count: number): string {
  return count === 1 ? t('1 image') : t('{0} images', count);
}

function imageRow(image: ImageReference, users: readonly Container[], now: number): Row {
  const { id, reference, tags, createdAt } = image;
  const label = tags.length > 0 ? (parseReference(reference)?.tag ?? reference) : shortId(id);
  // A reproducible build says that it is of the epoch.
  const age = createdAt > 0 ? ageWords(createdAt, now) : '';
  const size = sizeWords(image.size);
  return {
    key: `image:${id}:${reference}`,
    label,
    description: [size, age].filter((part) => part !== '').join(' · '),
    icon: users.length > 0 ? { id: 'tag', color: 'testing.iconPassed' } : { id: 'tag' },
    tooltip: tooltipOf(image, size, users),
    accessibilityLabel: `${tags.length > 0 ? reference : t('Image {0}', label)}, ${size}${age === '' ? '' : `, ${age}`}`,
    object: image,
  };
}

function tooltipOf(image: Image & ImageReference, size: string, users: readonly Container[]): string {
  const { id, reference, tags, digests, createdAt } = image;
  return tooltip(tags.length > 0 ? reference : shortId(id), [
    [t('Size'), size],
    [
      t('Created'),
      createdAt > 0 ? new Date(createdAt).toISOString().replace('T', ' ').slice(0, 19) : undefined,
    ],
    [t('Also tagged'), tags.filter((tag) => tag !== reference).join(', ')],
    [t('Used by'), listed(users.map(({ name }) => name).sort(byName), 10)],
    [t('Digest'), digests[0]],
    [t('Id'), shortId(id)],
  ]);
}
