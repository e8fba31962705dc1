import { t } from '@vscode/l10n';
import { EngineError } from '../engine/errors.ts';
import { removeImage } from '../engine/images/removeImage.ts';
import type { Inventory } from '../engine/inventory.ts';
import { type ImageReference, imageReferences } from '../engine/kinds/image.ts';
import { listed } from '../words/listed.ts';
import { sentence } from '../words/sentence.ts';
import { sizeWords } from '../words/size.ts';
import { type CommandContext, objectCommand } from './command.ts';
import { type Failure, forEachObject, throwFailures, tryEachObject } from './forEachObject.ts';
import { namesOfImage } from './imageWords.ts';
import { nameAll, nameOf } from './nameOf.ts';

/** One after another: engines trip over removals of the same image, or of one and its parent, at the same time. */
const atOnce = 1;

/** Removes images by their references, after asking. */
export const imageRemove = objectCommand({
  id: 'image.remove',
  title: 'Remove…',
  description:
    'Removes a tag, and with the last one the image; one of several tags can be removed alone or with all others. Asks first, and says which containers use the image. Where the engine refuses, says why and offers to force it.',
  icon: 'trash',
  kind: 'image',
  place: 'destroy',
  key: { key: 'delete', mac: 'cmd+backspace' },
  async run(images, context) {
    const wholeImage = t('Remove Image and All Its Tags');
    const [only] = images;
    const others = images.length === 1 && only !== undefined ? otherTags(only, images) : [];
    const chosen = await context.ui.confirm({
      message: t('Remove {0}?', nameAll(images)),
      detail: detailOf(images, context.engine.inventory),
      actions: others.length > 0 ? [t('Remove Tag'), wholeImage] : [t('Remove')],
    });
    if (chosen === undefined) return;
    const going = chosen === wholeImage && only !== undefined ? imageReferences(only) : images;
    const failures = await tryEachObject(
      going,
      context,
      t('Removing {0}', nameAll(images)),
      ({ reference }, signal) => removeImage(context.engine, reference, { signal }),
      atOnce,
    );
    await forceOrThrow(failures, going.length, context);
  },
});

/** Offers to force what the engine has refused, and can be forced; throws what is left. */
async function forceOrThrow(
  failures: readonly Failure<ImageReference>[],
  total: number,
  context: CommandContext,
): Promise<void> {
  const forcible = failures.filter(isForcible);
  if (forcible.length === 0) return throwFailures(failures, total);
  const images = forcible.map(({ object }) => object);
  const chosen = await context.ui.confirm({
    message: t('The engine refused to remove {0}. Force it?', nameAll(images)),
    detail: forcible.map(({ error }) => (error instanceof Error ? sentence(error.message) : '')).join('\n'),
    actions: [t('Force Remove')],
  });
  if (chosen !== undefined) {
    await forEachObject(
      images,
      context,
      t('Removing {0}', nameAll(images)),
      ({ reference }, signal) => removeImage(context.engine, reference, { force: true, signal }),
      atOnce,
    );
  }
  throwFailures(
    failures.filter((failure) => !isForcible(failure)),
    total,
  );
}

/** The engine says of those that even force would not remove that they “cannot be forced”. */
function isForcible({ error }: Failure): boolean {
  return error instanceof EngineError && error.status === 409 && !error.message.includes('cannot be forced');
}

function detailOf(images: readonly ImageReference[], inventory: Inventory): string {
  const lines: string[] = [];
  if (images.length > 1) lines.push(`${listed(images.map(nameOf), 20)}.`);
  const byId = [...Map.groupBy(images, ({ id }) => id).values()].flatMap(([first]) => first ?? []);
  const staying = byId.filter((image) => otherTags(image, images).length > 0);
  const going = byId.filter((image) => !staying.includes(image));
  for (const image of staying) {
    lines.push(
      t('{0} is one name of an image that has others: {1}.', nameOf(image), listed(otherTags(image, images))),
    );
  }
  if (going.length > 0) {
    const bytes = going.reduce((sum, { size }) => sum + size, 0);
    lines.push(
      going.length === 1
        ? t('The image itself goes: up to {0}, less what other images share.', sizeWords(bytes))
        : t(
            '{0} images themselves go: up to {1}, less what other images share.',
            going.length,
            sizeWords(bytes),
          ),
    );
  }
  const goingIds = new Set(going.map(({ id }) => id));
  const users = inventory.list('container').filter(({ imageId }) => goingIds.has(imageId));
  if (users.length > 0) {
    const words = users.map(({ name, state }) => `${name} (${state})`);
    lines.push(t('Used by {0}.', listed(words, 10)));
  }
  const children = inventory
    .list('image')
    .filter(({ id, parentId }) => parentId !== undefined && goingIds.has(parentId) && !goingIds.has(id));
  if (children.length > 0) {
    lines.push(
      t('These were built on it and stay, with its layers: {0}.', listed(children.map(namesOfImage), 10)),
    );
  }
  return lines.join('\n');
}

/** The image's tags that are not among those to go. */
function otherTags(image: ImageReference, images: readonly ImageReference[]): readonly string[] {
  return image.tags.filter(
    (tag) => !images.some(({ id, reference }) => id === image.id && reference === tag),
  );
}
